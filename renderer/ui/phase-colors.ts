import type { SourcePhase } from '../../shared/contract/views.ts';

/** How a source is doing, as a colour; the word stands beside it. */
export const phaseColors: Readonly<Record<SourcePhase, string>> = {
  connected: 'green',
  connecting: 'gray',
  waiting: 'orange',
  stopped: 'gray',
};
