import { Group, TextInput } from '@mantine/core';
import { useText } from '../i18n/use-text.ts';
import { CopyText } from './copy-button.tsx';

interface CopyFieldProps {
  readonly label: string;
  readonly value: string;
  readonly description?: string | undefined;
}

/** Text to enter in another system: all of it can be seen, selected and copied. */
export function CopyField({ label, value, description }: CopyFieldProps) {
  const t = useText();
  return (
    <Group gap="xs" align="flex-start" wrap="nowrap">
      <TextInput
        label={label}
        value={value}
        description={description}
        readOnly
        flex={1}
        spellCheck={false}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
      />
      <CopyText
        text={value}
        label={t('copy.copy')}
        name={t('copy.what', { what: label })}
        mt={25}
      />
    </Group>
  );
}
