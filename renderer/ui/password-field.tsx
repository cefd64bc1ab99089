import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import { useTexts } from '../i18n/use-texts.ts';

/** A field for a secret that is being typed; the eye's name is said in the person's language. */
export function PasswordField(props: PasswordInputProps) {
  const texts = useTexts();
  return (
    <PasswordInput
      visibilityToggleButtonProps={{ 'aria-label': texts.common.showSecret }}
      {...props}
    />
  );
}
