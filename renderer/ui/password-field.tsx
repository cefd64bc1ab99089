import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import { useId } from 'react';
import { useText } from '../i18n/use-text.ts';

/** A field for a secret that is being typed; its eye is described by the field's label. */
export function PasswordField(props: PasswordInputProps) {
  const t = useText();
  const id = useId();
  return (
    <PasswordInput
      id={id}
      labelProps={{ id: `${id}-label` }}
      visibilityToggleButtonProps={{
        'aria-label': t('common.showSecret'),
        'aria-describedby': `${id}-label`,
      }}
      {...props}
    />
  );
}
