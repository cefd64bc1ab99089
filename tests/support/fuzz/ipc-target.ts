import { dispatch } from '../../../electron/platform/ipc/dispatch.ts';
import { contract, type Channel } from '../../../shared/contract/contract.ts';
import { done } from '../../../shared/contract/reply.ts';
import { nothing, type FuzzTarget } from './fuzz-target.ts';
import { mutatedValue } from './mutate.ts';

const channels = Object.keys(contract) as Channel[];
const inputs: readonly unknown[] = [
  { popup: { id: 'p', name: 'P', url: 'https://crm.example.com/' }, rules: [], expected: 'new' },
  {
    source: { id: 's', name: 'S', transport: { type: 'websocket', url: 'wss://pbx.example.com' } },
    expected: 'any',
  },
  { webhook: { id: 'w', name: 'W', url: 'https://hooks.example.com/' }, rules: [], expected: 1 },
  { id: 'x', url: 'https://a.example/', body: '' },
  { text: '', limit: 10 },
  { callKey: 'k', note: 'n', disposition: '', popupId: 'p' },
  { do: 'enable', part: 'rules', ids: ['r'] },
  { pin: '1234' },
];

/** Calls of a page without rights: its handlers only count. */
export const ipc: FuzzTarget = {
  name: 'ipc',
  async run(dice) {
    let called: Channel | undefined;
    const entries = channels.map((channel) => [channel, () => ((called = channel), done)]);
    const faults: unknown[] = [];
    await dispatch(dice.of(channels), mutatedValue(dice.of(inputs), dice), {
      handlers: Object.fromEntries(entries),
      gate: {
        allows: (right) => right === 'agent',
        facts: () => ({
          hasAgent: dice.below(2) === 0,
          exists: () => dice.below(2) === 0,
          mayChange: () => dice.below(2) === 0,
        }),
      },
      fault: (_channel, error) => (faults.push(error), 'A1B2C3'),
    });
    if (faults.length > 0) throw new Error(String(faults[0]));
    const right = called === undefined ? 'agent' : contract[called].right;
    return typeof right === 'string' && right !== 'agent';
  },
  end: nothing,
};
