import { PasswordInput, Select, SimpleGrid, Switch, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { presetNames, presetOf, presets, type PresetName } from '../../../shared/cipher/presets.ts';
import { encryptionWarnings } from '../../../shared/config/secret-warnings.ts';
import { FormSection } from '../../ui/form-section.tsx';
import { sectionId } from './popup-sections.ts';
import { useText } from '../../i18n/use-text.ts';
import { FieldLabel } from '../../ui/field-label.tsx';
import { WarningList } from '../../ui/warning-list.tsx';
import { withPreset, type EncryptionInput } from './encryption-draft.ts';
import { GcmKeyField, MethodField } from './encryption-method.tsx';
import { FixedIvField, type EncryptionPartProps } from './fixed-iv-field.tsx';
import { OwnEncryptionFields } from './own-encryption-fields.tsx';
import type { PopupForm } from './popup-form.ts';

const startingPoint: EncryptionInput = {
  method: 'aes256cbc',
  key: '',
  ...presets.ringcue,
  scope: 'query',
  parameter: 'data',
};

/** Whether and how the parameters are encrypted. */
export function EncryptionFields({ form }: { form: PopupForm }) {
  const t = useText();
  const { popup } = form.values;
  const { encryption } = popup;
  return (
    <FormSection id={sectionId('encryption')} title={t('popupForm.encryption')}>
      <Switch
        label={t('popupForm.enableEncryption')}
        checked={encryption !== undefined}
        onChange={(event) =>
          form.setFieldValue(
            'popup.encryption',
            event.currentTarget.checked ? startingPoint : undefined,
          )
        }
      />
      {encryption !== undefined && (
        <>
          {popup.url.includes('{{') && (
            <Text size="sm" c="dimmed">
              {t('popupForm.tokensNotEncrypted')}
            </Text>
          )}
          <FormFields form={form} encryption={encryption} />
          <ScopeFields form={form} encryption={encryption} />
        </>
      )}
    </FormSection>
  );
}

/** The cipher and its key, and of CBC the form that the receiver reads. */
function FormFields({ form, encryption }: EncryptionPartProps) {
  const t = useText();
  const preset = presetOf(encryption);
  const [isOwn, setOwn] = useState(preset === undefined);
  const shown = isOwn ? undefined : preset;
  const isGcm = encryption.method === 'aes256gcm';
  return (
    <>
      <PasswordInput
        label={<FieldLabel label={t('popupForm.key')} tip={t('popupForm.keyTip')} />}
        aria-description={t('popupForm.keyTip')}
        description={typeof encryption.key === 'string' ? undefined : t('common.secretKept')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        {...form.getInputProps('popup.encryption.key')}
        value={typeof encryption.key === 'string' ? encryption.key : ''}
      />
      <SimpleGrid cols={2}>
        <MethodField form={form} encryption={encryption} />
        {isGcm ? (
          <GcmKeyField form={form} />
        ) : (
          <PresetField form={form} encryption={encryption} shown={shown} setOwn={setOwn} />
        )}
      </SimpleGrid>
      <WarningList warnings={encryptionWarnings(encryption)} />
      {isGcm ? null : shown === undefined ? (
        <OwnEncryptionFields form={form} encryption={encryption} />
      ) : (
        <FixedIvField form={form} encryption={encryption} />
      )}
    </>
  );
}

interface PresetFieldProps extends EncryptionPartProps {
  /** Undefined for settings of one's own. */
  readonly shown: PresetName | undefined;
  readonly setOwn: (isOwn: boolean) => void;
}

/** A form with a name, or one's own. */
function PresetField({ form, encryption, shown, setOwn }: PresetFieldProps) {
  const t = useText();
  return (
    <Select
      label={t('popupForm.preset')}
      data={[...presetNames, 'own' as const].map((value) => ({
        value,
        label: t(`popupForm.presets.${value}`),
      }))}
      allowDeselect={false}
      value={shown ?? 'own'}
      onChange={(choice) => {
        const chosen = presetNames.find((name) => name === choice);
        setOwn(chosen === undefined);
        if (chosen !== undefined) {
          form.setFieldValue('popup.encryption', withPreset(encryption, chosen));
        }
      }}
    />
  );
}

function ScopeFields({ form, encryption }: EncryptionPartProps) {
  const t = useText();
  return (
    <SimpleGrid cols={2}>
      <Select
        label={t('popupForm.scope')}
        data={[
          { value: 'query', label: t('popupForm.scopes.query') },
          { value: 'values', label: t('popupForm.scopes.values') },
        ]}
        allowDeselect={false}
        {...form.getInputProps('popup.encryption.scope')}
      />
      {encryption.scope === 'query' && (
        <TextInput
          label={t('popupForm.parameter')}
          {...form.getInputProps('popup.encryption.parameter')}
        />
      )}
    </SimpleGrid>
  );
}
