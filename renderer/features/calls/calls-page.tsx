import { Group, SegmentedControl, Stack, Title } from '@mantine/core';
import { useDeferredValue, useMemo, useState } from 'react';
import type { Reply } from '../../../shared/contract/reply.ts';
import type { CallRecordView } from '../../../shared/contract/views.ts';
import type { CallOutcome, CallSearch } from '../../../shared/model/call-record.ts';
import { calls } from '../../api/bridge.ts';
import { useDesk } from '../../api/desk-context.tsx';
import { usePages } from '../../api/use-pages.ts';
import { FoundRows } from '../../ui/found-rows.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { CallsTable } from './calls-table.tsx';
import { useText } from '../../i18n/use-text.ts';

const pageSize = 100;
const filters = ['all', 'answered', 'missed', 'elsewhere'] as const satisfies (
  CallOutcome | 'all'
)[];
type Filter = (typeof filters)[number];

async function fetchCalls(search: CallSearch): Promise<Reply<readonly CallRecordView[]>> {
  const reply = await calls()['calls.search'](search);
  return reply.ok ? { ok: true, value: reply.value.calls } : reply;
}

/** The agent's own calls, also of earlier days. */
export function CallsPage() {
  const t = useText();
  const history = useDesk((desk) => desk.history);
  const [text, setText] = useState('');
  const [filter, setFilter] = useState<Filter>('all');
  const wanted = useDeferredValue(text);
  const search = useMemo(
    (): CallSearch => ({
      text: wanted,
      ...(filter === 'all' ? {} : { outcome: filter }),
      limit: pageSize,
    }),
    [wanted, filter],
  );
  const pages = usePages('calls', fetchCalls, search, history.version);
  return (
    <Stack maw={1100} mx="auto">
      <Title order={1} size="h3">
        {t('calls.title')}
      </Title>
      <Group>
        <SearchField
          label={t('calls.search')}
          placeholder={t('calls.searchHint')}
          value={text}
          onChange={setText}
        />
        <SegmentedControl
          aria-label={t('calls.filter')}
          data={filters.map((value) => ({
            value,
            label: value === 'all' ? t('calls.everyCall') : t(`calls.outcomes.${value}`),
          }))}
          value={filter}
          onChange={setFilter}
        />
      </Group>
      <FoundRows
        pages={pages}
        empty={text === '' && filter === 'all' ? t('calls.empty') : t('calls.nothingFound')}
      >
        {(rows) => <CallsTable calls={rows} />}
      </FoundRows>
    </Stack>
  );
}
