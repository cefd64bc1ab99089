import { Button, CopyButton, Group, TextInput, Textarea } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useText } from '../i18n/use-text.ts';

interface CopyFieldProps {
  readonly label: string;
  readonly value: string;
  readonly description?: string | undefined;
  /** Several lines, as long addresses need. */
  readonly long?: boolean | undefined;
}

/** Text to enter in another system: all of it can be seen, selected and copied. */
export function CopyField({ label, value, description, long = false }: CopyFieldProps) {
  const t = useText();
  const field = {
    label,
    value,
    description,
    readOnly: true,
    flex: 1,
    spellCheck: false,
    inputWrapperOrder: ['label', 'input', 'description', 'error'] as const satisfies unknown[],
    styles: { input: { fontFamily: 'var(--mantine-font-family-monospace)' } },
  };
  return (
    <Group gap="xs" align="flex-start" wrap="nowrap">
      {long ? <Textarea {...field} autosize maxRows={6} /> : <TextInput {...field} />}
      <CopyButton value={value}>
        {({ copied, copy }) => (
          <Button
            variant="default"
            mt={25}
            aria-label={t('sources.http.copyWhat', { what: label })}
            leftSection={copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
            onClick={copy}
          >
            <span role="status">{t(copied ? 'sources.http.copied' : 'sources.http.copy')}</span>
          </Button>
        )}
      </CopyButton>
    </Group>
  );
}
