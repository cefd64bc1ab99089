import { expect, it } from 'vitest';
import { CallerMemory, type EarlierCall } from '../../../electron/features/calls/caller-memory.ts';
import type { CallData } from '../../../shared/model/call-fields.ts';

const day = 86_400_000;
const now = Date.UTC(2026, 10, 27, 12);
const number = '+31201234567';

const earlier = (daysAgo: number, rest: Partial<EarlierCall> = {}): EarlierCall => ({
  callKey: `c-${daysAgo}`,
  startedAt: now - daysAgo * day,
  outcome: 'answered',
  agentName: 'Ada',
  agentExtension: '1004',
  ...rest,
});

const call = (fields: CallData['fields'] = {}): CallData => ({
  fields: { customerNumber: number, ...fields },
  custom: {},
  ext: {},
});

function remembering(...calls: readonly EarlierCall[]): CallerMemory {
  const memory = new CallerMemory();
  for (const one of calls) memory.put(number, one);
  return memory;
}

it('counts the calls of the last seven days, and says who answered the last', () => {
  const memory = remembering(earlier(13), earlier(6.9), earlier(2, { agentName: 'Grace' }));
  expect(memory.before(call(), 'now', now)).toEqual({
    inWeek: 2,
    lastAt: now - 2 * day,
    outcome: 'answered',
    agent: 'Grace',
  });
});

it('names nobody for a last call that was missed, though an earlier one was answered', () => {
  const memory = remembering(earlier(2), earlier(1, { outcome: 'missed', agentName: '' }));
  expect(memory.before(call(), 'now', now)).toMatchObject({ outcome: 'missed', agent: '' });
});

it('leaves out the call itself and what began after it', () => {
  const memory = remembering(earlier(0, { callKey: 'now' }), earlier(-1));
  expect(memory.before(call(), 'now', now)).toBeUndefined();
});

it('believes the source where it tells of the last call', () => {
  const told = { lastCallAt: '2026-11-14T09:00:00Z', lastOutcome: 'answered', lastAgent: 'Alan' };
  expect(remembering(earlier(2)).before(call(told), 'now', now)).toMatchObject({
    lastAt: Date.UTC(2026, 10, 14, 9),
    agent: 'Alan',
  });
  const wrong = call({ lastCallAt: 'yesterday' });
  expect(remembering().before(wrong, 'now', now)).toBeUndefined();
});

it('knows nothing of a call without a number', () => {
  expect(remembering(earlier(1)).before({ fields: {}, custom: {}, ext: {} }, 'now', now)).toBe(
    undefined,
  );
});
