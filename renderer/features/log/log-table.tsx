import { Badge, Group, Table, Text, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useState } from 'react';
import { callerLine } from '../../../shared/calls/caller-text.ts';
import type { ShownLogEntry } from '../../../shared/contract/views.ts';
import type { Translate } from '../../../shared/text/translate.ts';
import { useText } from '../../i18n/use-text.ts';
import { Moment } from '../../ui/moment.tsx';
import { foldConnections, type FoldedEntries } from './fold-connections.ts';
import { logSentence } from './log-sentence.ts';

const colors: Readonly<Record<ShownLogEntry['kind'], string>> = {
  event: 'blue',
  missed: 'orange',
  popup: 'teal',
  delivery: 'grape',
  connection: 'gray',
  agent: 'gray',
  system: 'yellow',
  config: 'yellow',
  unread: 'gray',
};

interface LogTableProps {
  readonly entries: readonly ShownLogEntry[];
  readonly isOldestFirst: boolean;
  readonly onTurn: () => void;
  readonly onShow: (entry: ShownLogEntry) => void;
}

/** Entries in their order; a connection that comes and goes is one line until it is opened. */
export function LogTable({ entries, isOldestFirst, onTurn, onShow }: LogTableProps) {
  const t = useText();
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set());
  const Arrow = isOldestFirst ? IconArrowUp : IconArrowDown;
  const rows = foldConnections(entries).flatMap((row) =>
    'entries' in row && unfolded.has(row.entries[0].id) ? row.entries : [row],
  );
  return (
    <Table.ScrollContainer minWidth={860} scrollAreaProps={{ type: 'auto' }}>
      <Table verticalSpacing={6} highlightOnHover style={{ overflowWrap: 'anywhere' }}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={175} aria-sort={isOldestFirst ? 'ascending' : 'descending'}>
              <UnstyledButton onClick={onTurn}>
                <Group gap={4} wrap="nowrap">
                  <Text size="sm" fw={700}>
                    {t('log.columns.time')}
                  </Text>
                  <Arrow size={14} aria-hidden />
                </Group>
              </UnstyledButton>
            </Table.Th>
            <Table.Th w={130}>{t('log.columns.kind')}</Table.Th>
            <Table.Th>{t('log.columns.what')}</Table.Th>
            <Table.Th w={220}>{t('log.columns.caller')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) =>
            'entries' in row ? (
              <FoldedRow
                key={row.entries[0].id}
                folded={row}
                onOpen={() => setUnfolded(new Set([...unfolded, row.entries[0].id]))}
              />
            ) : (
              <EntryRow key={row.id} entry={row} onShow={() => onShow(row)} />
            ),
          )}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function EntryRow({ entry, onShow }: { entry: ShownLogEntry; onShow: () => void }) {
  const t = useText();
  return (
    <Table.Tr data-testid="log-row">
      <Table.Td>
        <Text size="sm" c="dimmed">
          <Moment at={entry.at} seconds />
        </Text>
      </Table.Td>
      <Table.Td>
        <Badge variant="light" tt="none" miw="max-content" color={colors[entry.kind]}>
          {entry.kind === 'event' ? t(`stage.${entry.trace.stage}`) : t(`log.kinds.${entry.kind}`)}
        </Badge>
      </Table.Td>
      <Table.Td>
        <UnstyledButton onClick={onShow}>
          <Text size="sm" lineClamp={2}>
            {logSentence(entry, t)}
          </Text>
        </UnstyledButton>
      </Table.Td>
      <Table.Td>
        <Text size="sm" c="dimmed" lineClamp={1}>
          {callerOf(entry, t)}
        </Text>
      </Table.Td>
    </Table.Tr>
  );
}

function FoldedRow({ folded, onOpen }: { folded: FoldedEntries; onOpen: () => void }) {
  const t = useText();
  const { source, entries } = folded;
  return (
    <Table.Tr data-testid="log-row">
      <Table.Td>
        <Text size="sm" c="dimmed">
          <Moment at={entries[0].at} seconds />
        </Text>
      </Table.Td>
      <Table.Td>
        <Badge variant="light" tt="none" miw="max-content" color={colors.connection}>
          {t('log.kinds.connection')}
        </Badge>
      </Table.Td>
      <Table.Td colSpan={2}>
        <UnstyledButton onClick={onOpen} aria-expanded={false}>
          <Text size="sm">{t('log.connectionChanges', { source, count: entries.length })}</Text>
        </UnstyledButton>
      </Table.Td>
    </Table.Tr>
  );
}

function callerOf(entry: ShownLogEntry, t: Translate): string {
  if (entry.kind === 'event') return callerLine(entry.trace, t, '');
  return entry.kind === 'missed' || entry.kind === 'popup' ? callerLine(entry.facts, t, '') : '';
}
