import { expect, it } from 'vitest';
import { ruleDesk, ruleWith } from '../../support/rule-desk.ts';

const again = { all: [{ field: 'callsBefore', is: 'greaterThan', value: '0' }] };
const rules = [
  ruleWith({
    when: { stage: 'ringing' },
    which: { agent: 'any', condition: again },
  }),
];
const event = (id: string, Event: string, rest: Record<string, string> = {}) => ({
  'Call ID': id,
  Event,
  'Caller ID': '+31201234567',
  ...rest,
});

it('knows at a second call who took the first, also a colleague’s', () => {
  const { receive, firings } = ruleDesk({ dialect: 'call-center-studio', rules });
  expect(receive(event('1', 'ringing', { 'Agent ID': '84', Alias: '1005' }))).toEqual([]);
  receive(event('1', 'answered', { 'Agent ID': '84', Alias: '1005' }));
  receive(event('1', 'hangup'));
  expect(receive(event('2', 'ringing', { 'Agent ID': '83' }))).toEqual(['Rule']);
  expect(firings[0]?.call.fields).toMatchObject({
    callsBefore: '1',
    lastOutcome: 'answered',
    lastAgent: '84',
    lastAgentExtension: '1005',
  });
  expect(firings[0]?.call.fields.lastCallAt).toMatch(/^\d{4}-\d\d-\d\dT/);
});

it('counts neither the call itself nor those of other numbers, and who missed one took none', () => {
  const { receive, firings } = ruleDesk({ dialect: 'call-center-studio', rules });
  receive(event('1', 'ringing', { 'Agent ID': '84' }));
  receive(event('1', 'noanswer', { 'Agent ID': '84' }));
  expect(receive({ ...event('2', 'ringing'), 'Caller ID': '+31207654321' })).toEqual([]);
  expect(receive(event('3', 'ringing', { 'Agent ID': '83' }))).toEqual(['Rule']);
  expect(firings[0]?.call.fields).toMatchObject({ callsBefore: '1', lastOutcome: 'missed' });
  expect(firings[0]?.call.fields.lastAgent).toBeUndefined();
});

it('remembers calls of earlier days', () => {
  const { desk, receive } = ruleDesk({ dialect: 'call-center-studio', rules });
  const call = { callKey: 'old', startedAt: 1, outcome: 'answered' };
  desk.remember([
    { number: '+31201234567', call: { ...call, agentName: 'Ada', agentExtension: '1004' } },
  ]);
  expect(receive(event('1', 'ringing', { 'Agent ID': '84' }))).toEqual(['Rule']);
});
