import type { CallView } from '../../../shared/contract/call-views.ts';

/** What rings first, as it is what is new; then the call that the agent talks in, then what waits. */
const rank = ({ stage }: CallView): number => {
  if (stage === 'ringing') return 0;
  return stage === 'held' || stage === 'queued' || stage === 'transferred' ? 2 : 1;
};

/** The calls that run, the one on the card first. */
export const cardCalls = (calls: readonly CallView[]): CallView[] =>
  calls.filter(({ outcome }) => outcome === 'running').sort((a, b) => rank(a) - rank(b));
