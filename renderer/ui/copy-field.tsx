import { Button, CopyButton, Group, TextInput } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useText } from '../i18n/use-text.ts';

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
