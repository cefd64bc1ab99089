import { Stack, Title } from '@mantine/core';
import { useDeferredValue, useMemo, useState } from 'react';
import type { CallSearch } from '../../../shared/model/call-record.ts';
import { useDesk } from '../../api/desk-context.tsx';
import { useWay } from '../../api/place-context.tsx';
import { usePages } from '../../api/use-pages.ts';
import { dayRange } from '../../ui/day-range.ts';
import { FoundRows } from '../../ui/found-rows.tsx';
import { CallFilters, everyCall, outcomesOf, type Wanted } from './call-filters.tsx';
import { CallsTable } from './calls-table.tsx';
import { fetchCalls } from './fetch-calls.ts';
import { useSeen } from './use-seen.ts';
import { useText } from '../../i18n/use-text.ts';

const pageSize = 100;

/** The agent's own calls, also of earlier days. */
export function CallsPage() {
  const t = useText();
  const { version } = useDesk((desk) => desk.history);
  useSeen();
  const { search: sought = '' } = useWay().place;
  const [wanted, setWanted] = useState<Wanted>({ ...everyCall, text: sought });
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
