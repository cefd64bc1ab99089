import type { Flow } from '../../../shared/model/flow.ts';

/** A new flow. */
export const newFlow = (): Flow => ({
  id: `flow-${crypto.randomUUID()}`,
  name: '',
  enabled: true,
  steps: [],
  whenCallEnds: 'finish',
});
