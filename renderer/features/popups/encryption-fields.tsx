import {
  Fieldset,
  PasswordInput,
  Select,
  SimpleGrid,
  Stack,
  Switch,
  TextInput,
} from '@mantine/core';
import {
  keyFormSchema,
  outputEncodingSchema,
  type IvSetting,
} from '../../../shared/model/encryption.ts';
import type { PopupInput } from '../../../shared/model/popup.ts';
import { useText } from '../../i18n/use-text.ts';
import type { PopupForm } from './popup-form.ts';

type EncryptionInput = NonNullable<PopupInput['encryption']>;

const startingPoint: EncryptionInput = {
  method: 'aes256cbc',
  key: '',
  keyForm: 'passphrase',
  iv: 'random',
  scope: 'query',
  parameter: 'data',
  encoding: 'base64url',
};

/** Whether and how the parameters are encrypted. */
export function EncryptionFields({ form }: { form: PopupForm }) {
  const t = useText();
  const { encryption } = form.values.popup;
  return (
    <Fieldset legend={t('popupForm.encryption')}>
      <Stack gap="sm">
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
            <KeyFields form={form} encryption={encryption} />
            <WireFields form={form} encryption={encryption} />
          </>
        )}
      </Stack>
    </Fieldset>
  );
}

interface PartProps {
  readonly form: PopupForm;
  readonly encryption: EncryptionInput;
}

function KeyFields({ form, encryption }: PartProps) {
  const t = useText();
  const isTyped = typeof encryption.key === 'string';
  return (
    <SimpleGrid cols={2}>
      <PasswordInput
        label={t('popupForm.key')}
        description={isTyped ? undefined : t('common.secretKept')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        {...form.getInputProps('popup.encryption.key')}
        value={typeof encryption.key === 'string' ? encryption.key : ''}
      />
      <Select
        label={t('popupForm.keyForm')}
        data={keyFormSchema.options.map((value) => ({
          value,
          label: t(`popupForm.keyForms.${value}`),
        }))}
        allowDeselect={false}
        {...form.getInputProps('popup.encryption.keyForm')}
      />
      <Select
        label={t('popupForm.method')}
        data={['aes256cbc']}
        allowDeselect={false}
        {...form.getInputProps('popup.encryption.method')}
      />
      <Select
        label={t('popupForm.encoding')}
        data={outputEncodingSchema.options}
        allowDeselect={false}
        {...form.getInputProps('popup.encryption.encoding')}
      />
    </SimpleGrid>
  );
}

function ivOf(choice: string | null, value: string): IvSetting {
  return choice === 'hex' || choice === 'base64' || choice === 'text'
    ? { form: choice, value }
    : 'random';
}

function WireFields({ form, encryption }: PartProps) {
  const t = useText();
  const { iv } = encryption;
  const given = iv === 'random' ? '' : iv.value;
  return (
    <SimpleGrid cols={2}>
      <Select
        label={t('popupForm.iv')}
        data={[
          { value: 'random', label: t('popupForm.ivRandom') },
          { value: 'hex', label: t('popupForm.ivFixed.hex') },
          { value: 'base64', label: t('popupForm.ivFixed.base64') },
          { value: 'text', label: t('popupForm.ivFixed.text') },
        ]}
        value={iv === 'random' ? 'random' : iv.form}
        allowDeselect={false}
        onChange={(choice) => form.setFieldValue('popup.encryption.iv', ivOf(choice, given))}
      />
      {iv === 'random' ? (
        <div />
      ) : (
        <TextInput
          label={t('popupForm.ivValue')}
          {...form.getInputProps('popup.encryption.iv')}
          value={iv.value}
          onChange={(event) =>
            form.setFieldValue('popup.encryption.iv', { ...iv, value: event.currentTarget.value })
          }
        />
      )}
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
