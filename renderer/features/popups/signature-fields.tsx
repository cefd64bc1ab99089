import { Switch, TextInput } from '@mantine/core';
import type { Popup } from '../../../shared/model/popup.ts';
import { popupWarnings } from '../../../shared/config/secret-warnings.ts';
import { FormSection } from '../../ui/form-section.tsx';
import { useText } from '../../i18n/use-text.ts';
import { SecretField } from '../../ui/secret-field.tsx';
import { WarningList } from '../../ui/warning-list.tsx';
import type { PopupForm } from './popup-form.ts';

interface SignatureFieldsProps {
  readonly form: PopupForm;
  /** As it is stored, for a key that is not typed again. */
  readonly stored: Popup;
}

/** Whether the URL is signed, and with which key. */
export function SignatureFields({ form, stored }: SignatureFieldsProps) {
  const t = useText();
  const { signing } = form.values.popup;
  return (
    <FormSection title={t('popupForm.signing')}>
      <Switch
        label={t('popupForm.sign')}
        description={t('popupForm.signHint')}
        checked={signing !== undefined}
        onChange={(event) =>
          form.setFieldValue(
            'popup.signing',
            event.currentTarget.checked ? (stored.signing ?? { key: '', keyId: '1' }) : undefined,
          )
        }
      />
      {signing !== undefined && (
        <>
          <SecretField
            label={t('popupForm.signKey')}
            stored={stored.signing?.key ?? ''}
            {...form.getInputProps('popup.signing.key')}
          />
          <TextInput
            label={t('popupForm.signKeyId')}
            description={t('popupForm.signKeyIdHint')}
            {...form.getInputProps('popup.signing.keyId')}
          />
          <WarningList warnings={popupWarnings({ signing })} />
        </>
      )}
    </FormSection>
  );
}
