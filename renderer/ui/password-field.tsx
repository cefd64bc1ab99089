import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import { useText } from '../i18n/use-text.ts';

/** A field for a secret that is being typed; the eye's name is said in the person's language. */
export function PasswordField(props: PasswordInputProps) {
  const t = useText();
  return (
    <PasswordInput
      visibilityToggleButtonProps={{ 'aria-label': t('common.showSecret') }}
      {...props}
    />
  );
}
