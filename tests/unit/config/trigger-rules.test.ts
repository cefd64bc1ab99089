import { expect, it } from 'vitest';
import { readConfig } from '../../../shared/config/read-config.ts';
import { ruleDesk } from '../../support/rule-desk.ts';

const webhook = (trigger: string) => ({
  id: 'w',
  name: 'W',
  url: 'https://receiver.example.com/',
  body: { kind: 'acefone', trigger, encoding: 'form' },
});
const send = { do: 'send', webhook: 'w' };

/** The rules of a file of version 2, as it stood on disk before rules knew triggers. */
function rulesOf(trigger: string, rule: object) {
  const rules = [{ id: 'r', name: 'R', actions: [send], ...rule }];
  const read = readConfig(JSON.stringify({ version: 2, webhooks: [webhook(trigger)], rules }), {});
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value.rules ?? [];
}
const whenOf = (trigger: string, rule: object) => rulesOf(trigger, rule)[0]?.when;
const acefone = (name: string) => ({ trigger: { system: 'acefone', name } });

it('lets a webhook’s rule wait for the trigger that was chosen in its form', () => {
  const ivr = 'Call answered on IVR';
  const rules = rulesOf(ivr, { when: { stage: 'queued' }, which: { agent: 'any' } });
  expect(rules[0]?.when).toEqual(acefone(ivr));
  const { receive } = ruleDesk({ dialect: 'acefone', rules });
  expect(receive({ call_id: 'c1', trigger: 'Call received on Server' })).toEqual([]);
  expect(receive({ call_id: 'c1', trigger: ivr })).toEqual(['R']);
  const either = 'Call hangup (Missed or Answered)';
  expect(whenOf(either, { when: { stage: 'hangup' } })).toEqual(acefone(either));
  // The stage of a rule that names none.
  expect(whenOf('Dialed on Agent', {})).toEqual(acefone('Dialed on Agent'));
  expect(whenOf('Call answered by Agent', {})).toEqual({ stage: 'ringing' });
});

it('leaves rules alone that somebody wrote otherwise', () => {
  const stage = { stage: 'hangup' };
  expect(whenOf('Call answered on IVR', { when: stage })).toEqual(stage);
  const both = [send, { do: 'send', webhook: 'w' }];
  expect(whenOf('Call hangup (Answered)', { when: stage, actions: both })).toEqual(stage);
  expect(whenOf('Some trigger', { when: stage })).toEqual(stage);
});

it('leaves a rule alone that would be refused with its trigger', () => {
  const rule = { when: { stage: 'ringing' }, which: { directions: ['outbound'] } };
  expect(whenOf('Dialed on Agent', rule)).toEqual({ stage: 'ringing' });
});

it('reads files whose parts are missing or odd as before', () => {
  const read = (document: object) => readConfig(JSON.stringify({ version: 2, ...document }), {});
  expect(read({})).toMatchObject({ ok: true, value: { version: 3 } });
  expect(read({ rules: 7, webhooks: 'x' })).toMatchObject({ ok: false });
  expect(read({ rules: [7, { actions: [null] }], webhooks: [null] })).toMatchObject({ ok: false });
});
