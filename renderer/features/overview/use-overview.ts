import { useMemo } from 'react';
import type { Overview } from '../../../shared/model/overview.ts';
import { calls } from '../../api/bridge.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { lastDay, type ChartBars } from '../../ui/charts/chart-bars.ts';
import { useNow } from '../../ui/use-now.ts';

/** Milliseconds: often enough to look live, and no load while a phone system sends hundreds of events a second. */
const every = 5_000;

/** The figures of the last 24 hours and of today, kept up to date. */
export function useOverview(): { bars: ChartBars; overview: Overview | undefined } {
  const now = useNow(true, every);
  const hour = Math.floor(now / 3_600_000);
  const bars = useMemo(() => lastDay(hour * 3_600_000), [hour]);
  const search = { edges: [...bars.edges], today: new Date(now).setHours(0, 0, 0, 0) };
  const answer = useAnswer(['overview', search], () => calls()['overview.read'](search), {
    version: now,
    keepsLast: true,
  });
  return { bars, overview: answer?.ok === true ? answer.value : undefined };
}
