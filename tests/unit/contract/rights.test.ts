import { expect, it } from 'vitest';
import { z } from 'zod';
import { dispatch, type Gate } from '../../../electron/platform/ipc/dispatch.ts';
import { contract, type Channel, type Handlers } from '../../../shared/contract/contract.ts';
import { nothing, procedure } from '../../../shared/contract/procedure.ts';
import { done } from '../../../shared/contract/reply.ts';
import { english } from '../../../shared/text/english.ts';

/** What an agent may call with nothing allowed, written out: a right that is loosened must be loosened here too. */
const agentsOwn = [
  'admin.lock',
  'admin.unlock',
  'call.choose',
  'call.dial',
  'call.keepNote',
  'call.note',
  'call.popup',
  'calls.search',
  'calls.seen',
  'card.drawn',
  'card.drop',
  'card.hide',
  'card.move',
  'demo.ring',
  'desk.show',
  'diagnostics.copy',
  'find.close',
  'find.search',
  'licences.read',
  'notice.dismiss',
  'popup.closeAll',
  'popup.reopen',
  'popup.signIn',
  'popups.pause',
  'popups.resume',
  'source.signIn',
  'state.get',
  'support.open',
  'trace.ofCall',
  'update.check',
  'update.restart',
];

const rule = { id: 'r', name: 'R', actions: [{ do: 'popup', popup: 'p' }] };
const popup = { id: 'p', name: 'P', url: 'https://crm.example.com/' };
const webhook = { id: 'w', name: 'W', url: 'https://hooks.example.com/' };
const note = { callKey: 'k', note: 'n', disposition: '' };

/** Inputs of channels whose own, or whose right, needs one. */
const inputs: Partial<Record<Channel, unknown>> = {
  'agent.save': { id: '83' },
  'popup.save': { popup, rules: [], expected: 'new' },
  'popup.decrypt': { popup, url: 'https://crm.example.com/' },
  'popup.testDraft': { popup, call: { from: 'sample' } },
  'rule.save': { rule, expected: 'new' },
  'webhook.save': { webhook, rules: [], expected: 'new' },
  'template.save': {
    template: { id: 't', name: 'T', format: 'json', text: '{}' },
    expected: 'new',
  },
  'flow.save': {
    flow: { id: 'f', name: 'F', steps: [{ do: 'popup', popup: 'p' }] },
    expected: 'new',
  },
  'source.signIn': { id: 's' },
  'source.save': {
    source: { id: 's', name: 'S', transport: { type: 'websocket', url: 'wss://pbx.example.com' } },
    expected: 'new',
  },
  'definitions.change': { do: 'enable', part: 'rules', ids: ['r'] },
  'notice.dismiss': { id: 'n' },
  'calls.search': { text: '', limit: 1 },
  'card.drawn': { height: 96 },
  'card.move': { x: 0, y: 0 },
  'call.choose': { id: 'c', match: 0 },
  'call.dial': { callKey: 'k' },
  'call.popup': { callKey: 'k', popupId: 'p' },
  'call.note': note,
  'call.keepNote': note,
  'trace.ofCall': { callKey: 'k' },
  'popup.reopen': { id: 'x' },
  'popup.signIn': { popupId: 'p' },
  'popups.pause': {},
  'admin.unlock': { pin: '1' },
  'settings.saveOwn': { language: 'nl' },
  'find.search': { text: 'a', forward: true, next: false },
};

const channels = Object.keys(contract) as Channel[];

/** Handlers that only count, and a gate that lets through what an agent with these rights may. */
function desk(granted: readonly string[], hasAgent = true, mayChange: readonly string[] = []) {
  const called: string[] = [];
  const handlers = Object.fromEntries(
    channels.map((channel) => [
      channel,
      () => {
        called.push(channel);
        return done;
      },
    ]),
  ) as unknown as Handlers;
  const gate: Gate = {
    allows: (right) => right === 'agent' || granted.includes(right),
    facts: () => ({
      hasAgent,
      exists: (_part, id) => id === 'there',
      mayChange: (choice) => mayChange.includes(choice),
    }),
  };
  const faults: unknown[] = [];
  const call = (channel: Channel, input: unknown = inputs[channel]) =>
    dispatch(channel, input, {
      handlers,
      gate,
      fault: (_channel, error) => {
        faults.push(error);
        return 'A1B2C3';
      },
    });
  return { called, faults, handlers, call };
}

it('lets an agent without rights call what is the agent’s own, and nothing else', async () => {
  const { called, faults, call } = desk([]);
  const refused: string[] = [];
  for (const channel of channels) {
    const reply = await call(channel);
    if (!reply.ok) refused.push(...reply.problems.map(({ message }) => english(message)));
  }
  expect(called.sort()).toEqual(agentsOwn);
  expect(new Set(refused)).toEqual(new Set(['Enter the admin PIN first.']));
  expect(faults).toEqual([]);
});

it('lets an administrator call every channel', async () => {
  const { called, call } = desk(['view', 'create', 'edit', 'administer']);
  const withoutInput: string[] = [];
  for (const channel of channels) {
    const reply = await call(channel);
    if (!reply.ok) withoutInput.push(channel); // its input is not in the list above
  }
  expect([...called, ...withoutInput].sort()).toEqual([...channels].sort());
});

it('tells creating from editing, and the first agent of a desk from the next', async () => {
  const creator = desk(['create']);
  const saved = await creator.call('rule.save', { rule, expected: 'new' });
  expect(saved.ok).toBe(true);
  const there = await creator.call('rule.save', { rule: { ...rule, id: 'there' }, expected: 1 });
  expect(there.ok).toBe(false);
  expect((await desk([], false).call('agent.save')).ok).toBe(true);
  expect((await desk([], false).call('demo.start')).ok).toBe(true);
  expect((await desk([]).call('demo.start')).ok).toBe(false);
});

it('lets an agent change what the administrator leaves to agents, and nothing beside it', async () => {
  const free = desk([], true, ['language', 'agent']);
  expect((await free.call('settings.saveOwn', { language: 'nl', shortcut: undefined })).ok).toBe(
    true,
  );
  expect((await free.call('settings.saveOwn', { language: 'nl', miniCard: false })).ok).toBe(false);
  expect((await free.call('settings.saveOwn', { popupLimit: 1 })).ok).toBe(false);
  expect((await free.call('agent.save')).ok).toBe(true);
  expect(free.called).toEqual(['settings.saveOwn', 'agent.save']);
  expect((await desk([]).call('agent.save')).ok).toBe(false);
  expect((await desk([]).call('settings.saveOwn', { language: 'nl' })).ok).toBe(false);
});

it('answers what nobody expected with a reference, and shows nothing of it', async () => {
  const { handlers, faults, call } = desk([]);
  Reflect.set(handlers, 'popups.resume', () => {
    throw new TypeError('undefined is not a function');
  });
  const reply = await call('popups.resume');
  expect(JSON.stringify(reply)).toContain('A1B2C3');
  expect(JSON.stringify(reply)).not.toContain('undefined is not');
  expect(faults).toEqual([expect.any(TypeError)]);
});

it('does not compile without a right', () => {
  // @ts-expect-error -- the right is missing
  procedure({ input: z.string(), output: nothing });
  // @ts-expect-error -- there is no such right
  procedure({ input: z.string(), right: 'everybody', output: nothing });
  expect(procedure({ input: z.string(), right: 'view', output: nothing }).right).toBe('view');
});
