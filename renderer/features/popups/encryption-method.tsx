import { Select } from '@mantine/core';
import { encryptionMethods, gcmKeyForms } from '../../../shared/model/encryption.ts';
import { useText } from '../../i18n/use-text.ts';
import { withMethod } from './encryption-draft.ts';
import type { EncryptionPartProps } from './fixed-iv-field.tsx';

/** The cipher. The other one has other settings. */
export function MethodField({ form, encryption }: EncryptionPartProps) {
  const t = useText();
  return (
    <Select
      label={t('popupForm.method')}
      data={[...encryptionMethods]}
      allowDeselect={false}
      {...form.getInputProps('popup.encryption.method')}
      onChange={(choice) => {
        const method = encryptionMethods.find((known) => known === choice);
        if (method !== undefined) {
          form.setFieldValue('popup.encryption', withMethod(encryption, method));
        }
      }}
    />
  );
}

/** All that aes256gcm leaves to choose. */
export function GcmKeyField({ form }: Pick<EncryptionPartProps, 'form'>) {
  const t = useText();
  return (
    <Select
      label={t('popupForm.keyForm')}
      data={gcmKeyForms.map((value) => ({ value, label: t(`popupForm.keyForms.${value}`) }))}
      allowDeselect={false}
      {...form.getInputProps('popup.encryption.keyForm')}
    />
  );
}
