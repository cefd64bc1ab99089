import { TextInput } from '@mantine/core';
import { useText } from '../../i18n/use-text.ts';
import type { EncryptionInput } from './encryption-draft.ts';
import type { PopupForm } from './popup-form.ts';

export interface EncryptionPartProps {
  readonly form: PopupForm;
  readonly encryption: EncryptionInput;
}

/** A fixed IV is the one thing that a preset leaves to choose. */
export function FixedIvField({ form, encryption }: EncryptionPartProps) {
  const t = useText();
  const { iv } = encryption;
  if (iv === 'random' || !('form' in iv)) return null;
  return (
    <TextInput
      label={t('popupForm.ivValue')}
      description={iv.form === 'text' ? t('popupForm.ivValueHint') : undefined}
      {...form.getInputProps('popup.encryption.iv')}
      value={iv.value}
      onChange={(event) =>
        form.setFieldValue('popup.encryption.iv', { ...iv, value: event.currentTarget.value })
      }
    />
  );
}
