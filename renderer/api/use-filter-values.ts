import {
  filterValues,
  noFilterValues,
  type FilterValues,
} from '../../shared/calls/filter-values.ts';
import { calls } from './bridge.ts';
import { useDesk } from './desk-context.tsx';
import { useAnswer } from './use-answer.ts';

/** Numbers, queues and campaigns to choose from: of calls that were seen, in the history too, of rules, and of the current agent. */
export function useFilterValues(): FilterValues {
  const current = useDesk((desk) => desk.calls);
  const { rules, agent } = useDesk((desk) => desk.config);
  const answer = useAnswer(['calls.filterValues', current.length], () =>
    calls()['calls.filterValues'](undefined),
  );
  const seen = answer?.ok === true ? answer.value : noFilterValues;
  const own = filterValues(current.map(({ data }) => data.fields));
  const merged = (name: keyof FilterValues, known: readonly string[] | undefined): string[] => [
    ...new Set([
      ...own[name],
      ...seen[name],
      ...rules.flatMap(({ which }) => which[name] ?? []),
      ...(known ?? []),
    ]),
  ];
  return {
    calledNumbers: merged('calledNumbers', agent?.numbers),
    queues: merged('queues', agent?.queues),
    campaigns: merged('campaigns', agent?.campaigns),
  };
}
