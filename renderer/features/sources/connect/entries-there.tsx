import { Stack, Text } from '@mantine/core';
import type { ConnectWay } from '../../../../shared/connect/connect-system.ts';
import { filledEntry } from '../../../../shared/connect/filled-entry.ts';
import { useText } from '../../../i18n/use-text.ts';
import { CopyField } from '../../../ui/copy-field.tsx';

interface EntriesProps {
  readonly way: ConnectWay;
  readonly label: string;
  readonly address: string;
}

/** What to enter in the phone system, field by field as its own screen names them. */
export function EntriesThere({ way, label, address }: EntriesProps) {
  const t = useText();
  const { page, entries } = way;
  return (
    <Stack gap="sm">
      <Text size="sm">
        {page === undefined
          ? t('connect.enterIn', { system: label })
          : t('connect.enterAt', { system: label, page })}
      </Text>
      {entries.map((entry) => (
        <CopyField key={entry.field} label={entry.field} value={filledEntry(entry, address)} />
      ))}
    </Stack>
  );
}
