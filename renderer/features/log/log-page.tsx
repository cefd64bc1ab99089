import {
  Badge,
  Button,
  Group,
  Select,
  Stack,
  Table,
  Text,
  Title,
  UnstyledButton,
} from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { callerLine } from '../../../shared/calls/caller-text.ts';
import type { Reply } from '../../../shared/contract/reply.ts';
import type { ShownLogEntry } from '../../../shared/contract/views.ts';
import { logKinds, type LogKind, type LogSearch } from '../../../shared/model/log-entry.ts';
import type { Translate } from '../../../shared/text/translate.ts';
import { calls } from '../../api/bridge.ts';
import { useDesk } from '../../api/desk-context.tsx';
import { usePages } from '../../api/use-pages.ts';
import { showExport } from '../../api/show-export.ts';
import { DayField } from '../../ui/day-field.tsx';
import { dayRange } from '../../ui/day-range.ts';
import { FoundRows } from '../../ui/found-rows.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { Moment } from '../../ui/moment.tsx';
import { LogDrawer } from './log-drawer.tsx';
import { logSentence } from './log-sentence.ts';
import { useText } from '../../i18n/use-text.ts';

const pageSize = 100;

async function fetchLog(search: LogSearch): Promise<Reply<readonly ShownLogEntry[]>> {
  const reply = await calls()['log.search'](search);
  return reply.ok ? { ok: true, value: reply.value.entries } : reply;
}

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

/** All that this desk did and noticed, and why. */
export function LogPage() {
  const t = useText();
  const entryLog = useDesk((desk) => desk.entryLog);
  const [text, setText] = useState('');
  const [kind, setKind] = useState<LogKind | undefined>();
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [shown, setShown] = useState<ShownLogEntry | undefined>();
  const search = useMemo(
    (): LogSearch => ({ text, kind, ...dayRange(from, to), limit: pageSize }),
    [text, kind, from, to],
  );
  const pages = usePages('log', fetchLog, search, entryLog.version);
  const isFiltered = text !== '' || kind !== undefined || from !== '' || to !== '';
  return (
    <Stack maw={1200} mx="auto">
      <Title order={1} size="h3">
        {t('log.title')}
      </Title>
      <Group align="flex-end">
        <SearchField label={t('log.search')} value={text} onChange={setText} />
        <Select
          aria-label={t('log.kind')}
          placeholder={t('log.allKinds')}
          clearable
          w={140}
          data={logKinds.map((value) => ({ value, label: t(`log.kinds.${value}`) }))}
          value={kind ?? null}
          onChange={(value) => setKind(logKinds.find((one) => one === value))}
        />
        <DayField label={t('log.from')} value={from} onChange={setFrom} />
        <DayField label={t('log.to')} value={to} onChange={setTo} />
        <Button
          ml="auto"
          variant="default"
          leftSection={<IconDownload size={16} />}
          onClick={() =>
            void calls()
              ['log.export'](search)
              .then((reply) => showExport(reply, t))
          }
        >
          {t('log.export')}
        </Button>
      </Group>
      <FoundRows pages={pages} empty={isFiltered ? t('log.nothingFound') : t('log.empty')}>
        {(entries) => <LogTable entries={entries} onShow={setShown} />}
      </FoundRows>
      {shown !== undefined && <LogDrawer entry={shown} onClose={() => setShown(undefined)} />}
    </Stack>
  );
}

interface LogTableProps {
  readonly entries: readonly ShownLogEntry[];
  readonly onShow: (entry: ShownLogEntry) => void;
}

function LogTable({ entries, onShow }: LogTableProps) {
  const t = useText();
  return (
    <Table verticalSpacing={6} highlightOnHover>
      <Table.Thead>
        <Table.Tr>
          <Table.Th w={175}>{t('log.columns.time')}</Table.Th>
          <Table.Th w={130}>{t('log.columns.kind')}</Table.Th>
          <Table.Th>{t('log.columns.what')}</Table.Th>
          <Table.Th w={220}>{t('log.columns.caller')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {entries.map((entry) => (
          <Table.Tr key={entry.id} data-testid="log-row">
            <Table.Td>
              <Text size="sm" c="dimmed">
                <Moment at={entry.at} seconds />
              </Text>
            </Table.Td>
            <Table.Td>
              <Badge variant="light" tt="none" color={colors[entry.kind]}>
                {entry.kind === 'event'
                  ? t(`stage.${entry.trace.stage}`)
                  : t(`log.kinds.${entry.kind}`)}
              </Badge>
            </Table.Td>
            <Table.Td>
              <UnstyledButton onClick={() => onShow(entry)}>
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
        ))}
      </Table.Tbody>
    </Table>
  );
}

function callerOf(entry: ShownLogEntry, t: Translate): string {
  if (entry.kind === 'event') return callerLine(entry.trace, t, '');
  return entry.kind === 'missed' || entry.kind === 'popup' ? callerLine(entry.facts, t, '') : '';
}
