import type { PhaseChange, SourceUptime, UptimeState } from '../../../shared/model/overview.ts';
import type { SourcePhase } from '../../../shared/contract/source-views.ts';

type Span = SourceUptime['spans'][number];

const states: Readonly<Record<SourcePhase, UptimeState>> = {
  connected: 'connected',
  connecting: 'down',
  waiting: 'down',
  stopped: 'off',
};

/**
 * How long a source was connected between two times.
 *
 * @param changes its own, oldest first
 * @param started when this run of Ringcue began: a run that crashed before has left no end
 */
export function sourceUptime(
  source: string,
  changes: readonly PhaseChange[],
  { from, to, started }: { readonly from: number; readonly to: number; readonly started: number },
): SourceUptime {
  const spans: Span[] = [];
  const add = (state: UptimeState, begin: number, end: number): void => {
    const [start, stop] = [Math.max(begin, from), Math.min(end, to)];
    if (stop <= start) return;
    const last = spans.at(-1);
    if (last?.state === state) spans[spans.length - 1] = { ...last, to: stop };
    else spans.push({ state, from: start, to: stop });
  };
  const first = changes[0];
  add('off', from, first === undefined ? to : first.at);
  for (const [at, { phase, at: since }] of changes.entries()) {
    const end = changes[at + 1]?.at ?? to;
    add(states[phase], since, since < started ? Math.min(end, started) : end);
  }
  return {
    source,
    phase: changes.at(-1)?.phase,
    spans,
    connectedMs: sum(spans, 'connected'),
    wantedMs: sum(spans, 'connected') + sum(spans, 'down'),
    interruptions: spans.filter(
      ({ state }, at) => state === 'down' && spans[at - 1]?.state === 'connected',
    ).length,
  };
}

const sum = (spans: readonly Span[], wanted: UptimeState): number =>
  spans.reduce((all, { state, from, to }) => all + (state === wanted ? to - from : 0), 0);
