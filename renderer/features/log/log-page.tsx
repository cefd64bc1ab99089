import { Button, Group, Select, Stack, Title } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { Reply } from '../../../shared/contract/reply.ts';
import type { ShownLogEntry } from '../../../shared/contract/views.ts';
import { logKinds, type LogKind, type LogSearch } from '../../../shared/model/log-entry.ts';
import { calls } from '../../api/bridge.ts';
import { useDesk } from '../../api/desk-context.tsx';
import { usePages } from '../../api/use-pages.ts';
import { showExport } from '../../api/show-export.ts';
import { DayField } from '../../ui/day-field.tsx';
import { dayRange } from '../../ui/day-range.ts';
import { FoundRows } from '../../ui/found-rows.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { LogDrawer } from './log-drawer.tsx';
import { LogTable } from './log-table.tsx';
import { useText } from '../../i18n/use-text.ts';

const pageSize = 100;
/** Chosen as a kind is; what it finds are events. */
const withoutPopup = 'withoutPopup';
const searchedKinds = [withoutPopup, ...logKinds] as const;

async function fetchLog(search: LogSearch): Promise<Reply<readonly ShownLogEntry[]>> {
  const reply = await calls()['log.search'](search);
  return reply.ok ? { ok: true, value: reply.value.entries } : reply;
}

/** All that this desk did and noticed, and why. */
export function LogPage() {
  const t = useText();
  const entryLog = useDesk((desk) => desk.entryLog);
  const [text, setText] = useState('');
  const [kind, setKind] = useState<LogKind | typeof withoutPopup | undefined>();
  const [isOldestFirst, setOldestFirst] = useState(false);
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [shown, setShown] = useState<ShownLogEntry | undefined>();
  const search = useMemo(
    (): LogSearch => ({
      text,
      ...(kind === withoutPopup ? { withoutPopup: true } : { kind }),
      ...(isOldestFirst && { order: 'oldest' }),
      ...dayRange(from, to),
      limit: pageSize,
    }),
    [text, kind, isOldestFirst, from, to],
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
          w={210}
          data={[
            { value: withoutPopup, label: t('log.withoutPopup') },
            ...logKinds.map((value) => ({ value, label: t(`log.kinds.${value}`) })),
          ]}
          value={kind ?? null}
          onChange={(value) => setKind(searchedKinds.find((one) => one === value))}
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
        {(entries) => (
          <LogTable
            entries={entries}
            isOldestFirst={isOldestFirst}
            onTurn={() => setOldestFirst(!isOldestFirst)}
            onShow={setShown}
          />
        )}
      </FoundRows>
      {shown !== undefined && <LogDrawer entry={shown} onClose={() => setShown(undefined)} />}
    </Stack>
  );
}
