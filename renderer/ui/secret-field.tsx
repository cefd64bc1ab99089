import type { SecretInput } from '../../shared/model/secret.ts';
import { PasswordField } from './password-field.tsx';
import { useText } from '../i18n/use-text.ts';

interface SecretFieldProps {
  readonly label: string;
  /** Said while no value is saved. */
  readonly hint?: string | undefined;
  readonly value?: SecretInput | undefined;
  /** The stored value: restored when the field is emptied. */
  readonly stored: SecretInput | undefined;
  readonly error?: string | undefined;
  readonly disabled?: boolean;
  readonly onChange: (value: SecretInput | undefined) => void;
}

/** A secret: never shown once saved, replaced by typing a new one. */
export function SecretField({ value, stored, hint, onChange, ...rest }: SecretFieldProps) {
  const t = useText();
  return (
    <PasswordField
      {...rest}
      description={typeof value === 'object' ? t('common.secretKept') : hint}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      value={typeof value === 'string' ? value : ''}
      onChange={(event) => {
        const text = event.currentTarget.value;
        onChange(text === '' ? stored : text);
      }}
    />
  );
}
