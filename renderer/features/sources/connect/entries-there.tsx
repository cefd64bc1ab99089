import { Code, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import type { ConnectWay, Entry } from '../../../../shared/connect/connect-system.ts';
import { filledEntry, hasAddress } from '../../../../shared/connect/filled-entry.ts';
import { useText } from '../../../i18n/use-text.ts';
import { CopyIcon } from '../../../ui/copy-button.tsx';
import { CopyField } from '../../../ui/copy-field.tsx';

interface EntriesProps {
  readonly way: ConnectWay;
  readonly label: string;
  readonly address: string;
}

/** What to enter in the phone system, field by field as its own screen names them. */
export function EntriesThere({ way, label, address }: EntriesProps) {
  const t = useText();
  const { page, entries, note } = way;
  const short = entries.filter((entry) => !hasAddress(entry));
  return (
    <Stack gap="sm">
      {note !== undefined && <Text size="sm">{t(note)}</Text>}
      <Text size="sm">
        {page === undefined
          ? t('connect.enterIn', { system: label })
          : t('connect.enterAt', { system: label, page })}
      </Text>
      {entries.filter(hasAddress).map((entry) => (
        <CopyField key={entry.field} label={entry.field} value={filledEntry(entry, address)} />
      ))}
      {short.length > 0 && (
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="lg" verticalSpacing={6}>
          {short.map((entry) => (
            <ShortEntry key={entry.field} entry={entry} />
          ))}
        </SimpleGrid>
      )}
    </Stack>
  );
}

/** A field and the word to enter in it, on one line. */
function ShortEntry({ entry: { field, value } }: { entry: Entry }) {
  return (
    <Group gap="xs" wrap="nowrap">
      <Text size="sm" fw={500} flex={1}>
        {field}
      </Text>
      <Code>{value}</Code>
      <CopyIcon what={field} text={value} />
    </Group>
  );
}
