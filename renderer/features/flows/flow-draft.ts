import type { Flow } from '../../../shared/model/flow.ts';

/** A flow as it stands when "Add" is pressed. */
export const newFlow = (): Flow => ({
  id: `flow-${crypto.randomUUID()}`,
  name: '',
  enabled: true,
  steps: [],
  whenCallEnds: 'finish',
});
