import { expect, it } from 'vitest';
import { CallNotes } from '../../../electron/features/calls/call-notes.ts';
import { KeptValues } from '../../../electron/platform/storage/kept-values.ts';
import type { CallData } from '../../../shared/model/call-fields.ts';
import type { EventTrace, RuleTrace } from '../../../shared/model/log-entry.ts';
import { FakeClock } from '../../support/fake-clock.ts';
import { verbatim } from '../../../shared/text/message.ts';
import type { Result } from '../../../shared/result.ts';
import { english } from '../../../shared/text/english.ts';

const key = JSON.stringify(['pbx', 'c1']);
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

function setUp() {
  const stored = new Map<string, string>();
  const state = {
    agent: 'ada',
    canSend: true,
    now: 5,
    changes: 0,
    rules: [
      { id: 'h', name: 'H', actions: [{ kind: 'send', name: 'W', outcome: 'done' }] },
    ] as RuleTrace[],
  };
  const sent: CallData[] = [];
  const noted: string[] = [];
  const memory = new KeptValues(
    {
      all: () => Promise.resolve([...stored].map(([name, value]) => ({ name, value }))),
      set: (name, value) => Promise.resolve(void stored.set(name, value)),
    },
    'draft:',
    new FakeClock(),
    quiet,
  );
  const notes = new CallNotes({
    drafts: memory,
    agent: () => state.agent,
    canSend: () => state.canSend,
    dispositions: () => ['Sold'],
    dataOf: (callKey) =>
      Promise.resolve(
        callKey === key
          ? { fields: { queueName: 'Sales', disposition: 'OLD' }, custom: {}, ext: {} }
          : undefined,
      ),
    send(_call, data) {
      sent.push(data);
      return Promise.resolve({ rules: state.rules } as EventTrace);
    },
    onSent: (callKey) => Promise.resolve(void noted.push(callKey)),
    now: () => state.now,
    onChange: () => (state.changes += 1),
  });
  return { notes, state, sent, noted, stored, memory };
}

const messageOf = (result: Result<null>): string =>
  result.ok ? '' : english(result.problem.message);

it('sends what is known of the call with the note, and forgets the draft', async () => {
  const { notes, sent, noted } = setUp();
  notes.keep(key, { note: 'Half a sen', disposition: '' });
  expect(notes.view().drafts).toEqual({ [key]: { note: 'Half a sen', disposition: '' } });
  expect((await notes.send(key, { note: '  Half a sentence ', disposition: '' })).ok).toBe(true);
  expect(sent[0]?.fields).toEqual({
    queueName: 'Sales',
    note: 'Half a sentence',
    disposition: 'OLD',
  });
  expect((await notes.send(key, { note: '', disposition: 'Sold' })).ok).toBe(true);
  expect(sent[1]?.fields).toEqual({ queueName: 'Sales', note: '', disposition: 'Sold' });
  expect(notes.view()).toEqual({ canSend: true, drafts: {}, sent: { [key]: 5 } });
  expect(noted).toEqual([key, key]);
});

it('keeps the draft where nothing was sent, and says why', async () => {
  const { notes, state, sent } = setUp();
  const note = { note: 'x', disposition: '' };
  notes.keep(key, note);
  const empty = await notes.send(key, { note: ' ', disposition: '' });
  expect(messageOf(empty)).toBe('Write a note or choose a disposition.');
  const gone = await notes.send(key, { note: '', disposition: 'Lost' });
  expect(messageOf(gone)).toContain('no longer available');
  expect(messageOf(await notes.send('test-1', note))).toBe('This call has been deleted.');
  expect(sent).toEqual([]);
  state.rules = [{ id: 'h', name: 'H', reason: { code: 'switched-off' }, actions: [] }];
  expect(messageOf(await notes.send(key, note))).toBe(
    'The note was not sent. No webhook is set up for calls like this one. Ask your administrator.',
  );
  state.rules = [
    {
      id: 'h',
      name: 'H',
      actions: [{ kind: 'send', name: 'W', outcome: 'failed', problem: verbatim('Full.') }],
    },
  ];
  expect(messageOf(await notes.send(key, note))).toBe('The note was not sent. Full.');
  state.canSend = false;
  expect(messageOf(await notes.send(key, note))).toContain('No webhook sends notes.');
  expect(notes.view().drafts).toEqual({ [key]: note });
});

it('shows drafts to the agent who wrote them alone, and keeps the newest 200', async () => {
  const { notes, state, stored, memory } = setUp();
  for (let number = 0; number < 250; number += 1) {
    notes.keep(`k${number}`, { note: 'n', disposition: '' });
  }
  expect(state.changes).toBe(250);
  expect(Object.keys(notes.view().drafts)).toHaveLength(200);
  expect(notes.view().drafts['k49']).toBeUndefined();
  state.agent = 'grace';
  expect(notes.view().drafts).toEqual({});
  // Longer than any call is kept.
  state.agent = 'ada';
  state.now += 31 * 86_400_000;
  expect(notes.view().drafts).toEqual({});
  await memory.flush();
  expect(stored.get('draft:ada k49')).toBe('');
  expect(stored.get('draft:ada k50')).not.toBe('');
});

it('keeps a note from beside the desk with the disposition that was picked, where notes are sent', () => {
  const { notes, state } = setUp();
  expect(notes.textOf(key)).toBe('');
  notes.keep(key, { note: 'rang', disposition: 'Sold' });
  notes.keepText(key, 'rang twice');
  expect(notes.view().drafts[key]).toEqual({ note: 'rang twice', disposition: 'Sold' });
  expect(notes.textOf(key)).toBe('rang twice');
  expect(notes.textOf('test-1')).toBeUndefined();
  state.canSend = false;
  expect(notes.textOf(key)).toBeUndefined();
});
