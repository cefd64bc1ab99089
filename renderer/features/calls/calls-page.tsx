import { Stack, Title } from '@mantine/core';
import { useDeferredValue, useMemo, useState } from 'react';
import type { Reply } from '../../../shared/contract/reply.ts';
import type { CallRecordView } from '../../../shared/contract/call-views.ts';
import type { CallSearch } from '../../../shared/model/call-record.ts';
import { calls } from '../../api/bridge.ts';
import { useDesk } from '../../api/desk-context.tsx';
import { usePages } from '../../api/use-pages.ts';
import { dayRange } from '../../ui/day-range.ts';
import { FoundRows } from '../../ui/found-rows.tsx';
import { CallFilters, everyCall, outcomesOf, type Wanted } from './call-filters.tsx';
import { CallsTable } from './calls-table.tsx';
import { useSeen } from './use-seen.ts';
import { useText } from '../../i18n/use-text.ts';

const pageSize = 100;
async function fetchCalls(search: CallSearch): Promise<Reply<readonly CallRecordView[]>> {
  const reply = await calls()['calls.search'](search);
  return reply.ok ? { ok: true, value: reply.value.calls } : reply;
}

/** The agent's own calls, also of earlier days. */
export function CallsPage() {
  const t = useText();
  const { version } = useDesk((desk) => desk.history);
  useSeen();
  const [wanted, setWanted] = useState<Wanted>(everyCall);
  const later = useDeferredValue(wanted);
  const search = useMemo((): CallSearch => {
    const { text, filter, direction, from, to } = later;
    const range = dayRange(from, to);
    const which = direction === '' ? {} : { direction };
    return { text, outcomes: outcomesOf(filter), ...which, ...range, limit: pageSize };
  }, [later]);
  const pages = usePages('calls', fetchCalls, search, version);
  const isAll = Object.values(wanted).every((value) => value === '' || value === 'all');
  return (
    <Stack maw={1100} mx="auto">
      <Title order={1} size="h3">
        {t('calls.title')}
      </Title>
      <CallFilters wanted={wanted} onChange={(part) => setWanted({ ...wanted, ...part })} />
      <FoundRows pages={pages} empty={isAll ? t('calls.empty') : t('calls.nothingFound')}>
        {(rows) => <CallsTable calls={rows} />}
      </FoundRows>
    </Stack>
  );
}
