import fc from 'fast-check';
import { expect, it } from 'vitest';
import { foldCall } from '../../../shared/calls/fold-call.ts';
import { insertEvent } from '../../../shared/calls/order-events.ts';
import type { RuleableEvent } from '../../../shared/model/call-event.ts';
import { callStages } from '../../../shared/model/stage.ts';

const event = (
  id: string,
  stage: (typeof callStages)[number],
  at: number,
  fields = {},
): RuleableEvent => ({
  kind: 'call.state',
  id,
  source: 's',
  occurredAt: at,
  receivedAt: at,
  linkedCallId: 'c',
  scope: 'agent',
  stage,
  call: { fields, custom: {}, ext: {} },
});

const fold = (events: readonly RuleableEvent[]) =>
  foldCall(
    events.reduce<readonly RuleableEvent[]>((list, one) => insertEvent(list, one) ?? list, []),
  );

it('gives the same call for any order and repetition of its events', () => {
  const arbitrary = fc.uniqueArray(
    fc.record({
      id: fc.string({ minLength: 1, maxLength: 3 }),
      stage: fc.constantFrom(...callStages),
      at: fc.integer({ min: 0, max: 5 }),
      caller: fc.constantFrom('', '1', '2'),
      queue: fc.constantFrom('', 'a', 'b'),
    }),
    { selector: ({ id }) => id, minLength: 1, maxLength: 8 },
  );
  fc.assert(
    fc.property(arbitrary, fc.infiniteStream(fc.nat()), (plain, random) => {
      const events = plain.map(({ id, stage, at, caller, queue }) =>
        event(id, stage, at, { callerNumber: caller, queueName: queue }),
      );
      const shuffled = [...events, ...events]
        .map((one) => ({ one, key: random.next().value }))
        .sort((a, b) => a.key - b.key)
        .map(({ one }) => one);
      expect(fold(shuffled)).toEqual(fold(events));
    }),
  );
});

it('keeps the customer after a transfer and the newest of everything else', () => {
  const call = fold([
    event('1', 'ringing', 1, { callerNumber: '+31', queueName: 'Sales' }),
    event('2', 'transferred', 2, {}),
    event('3', 'ringing', 3, { callerNumber: '1005', queueName: 'Support' }),
  ]);
  expect(call?.data.fields).toMatchObject({ callerNumber: '+31', queueName: 'Support' });
  expect(call?.stage).toBe('ringing');
});

it('lets the end of the whole call stand against stragglers', () => {
  const ended = { ...event('2', 'hangup', 2), scope: 'call' } as RuleableEvent;
  expect(fold([ended, event('3', 'ringing', 3)])).toMatchObject({ stage: 'hangup', endedAt: 2 });
});

it('keeps the message as it came of the newest event only', () => {
  const withPayload = (id: string, at: number): RuleableEvent => ({
    ...event(id, 'ringing', at),
    call: { fields: {}, custom: {}, ext: { payload: { id }, other: id } },
  });
  const events = [withPayload('2', 2), withPayload('1', 1), withPayload('3', 3)].reduce<
    readonly RuleableEvent[]
  >((list, one) => insertEvent(list, one) ?? list, []);
  expect(events.map(({ call }) => call.ext)).toEqual([
    { other: '1' },
    { other: '2' },
    { payload: { id: '3' }, other: '3' },
  ]);
  expect(foldCall(events)?.data.ext).toEqual({ payload: { id: '3' }, other: '3' });
});
