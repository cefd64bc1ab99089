import type { SourcePhase } from '../../shared/contract/source-views.ts';

/** The state of a source as a colour; its name is shown beside it. */
export const phaseColors: Readonly<Record<SourcePhase, string>> = {
  connected: 'green',
  connecting: 'gray',
  waiting: 'orange',
  stopped: 'gray',
};
