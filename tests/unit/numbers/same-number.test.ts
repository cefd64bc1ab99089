import { expect, it } from 'vitest';
import { searchedForms, storedForms } from '../../../shared/numbers/number-search.ts';
import { sameNumber } from '../../../shared/numbers/same-number.ts';
import { cloudEvents } from '../../../shared/dialects/cloudevents.ts';
import type { JsonObject, JsonValue } from '../../../shared/json/json-value.ts';
import { momentAt } from '../../../shared/matching/moment.ts';
import { reasonToSkip } from '../../../shared/matching/match-rule.ts';
import { compareAgents } from '../../../shared/model/agent-identity.ts';
import type { Feed } from '../../../shared/model/feed.ts';
import { ruleSchema } from '../../../shared/model/rule.ts';
import { deskRun } from '../../support/desk-run.ts';
import { isRuleable } from '../../../shared/model/call-event.ts';
import { callEvent } from '../../support/events.ts';

it.each<[a: string, b: string, country: string | undefined, same: boolean]>([
  ['020 123 4567', '+31201234567', 'NL', true],
  ['020 123 4567', '+31201234567', undefined, true],
  ['08069010148', '+918069010148', 'IN', true],
  ['9280000001', '+919280000001', 'IN', true],
  ['9280000001', '+919280000001', undefined, false],
  ['9280000001', '09280000001', 'IN', true],
  ['9280000001', '09280000002', 'IN', false],
  ['0031201234567', '+31 (0)20 123 4567', undefined, true],
  ['31201234567', '+31201234567', undefined, true],
  ['sip:1004@pbx.example', '1004', undefined, true],
  ['0201234567', '+442012345678', undefined, false],
  ['0201234567', '+4920701234567', undefined, false],
  ['4567', '+31201234567', 'NL', false],
  ['1004', '1005', 'NL', false],
  ['anonymous', 'anonymous', 'NL', false],
  ['', '', undefined, false],
])('%s and %s in %s: %s', (a, b, country, same) => {
  expect(sameNumber(a, b, country)).toBe(same);
  expect(sameNumber(b, a, country)).toBe(same);
});

it.each<[set: string, came: string, feed: Feed, isSame: boolean]>([
  ['9280000001', '+919280000001', { country: 'IN' }, true],
  ['+919280000001', '9280000001', { country: 'IN' }, true],
  ['09280000001', '+919280000001', { country: 'IN' }, true],
  ['919280000001', '9280000001', { country: 'IN' }, true],
  ['9280000001', '+919280000002', { country: 'IN' }, false],
  ['9280000001', '+919280000001', {}, false],
  ['1004', '1004', { country: 'IN' }, true],
  ['1004', '+911004', { country: 'IN' }, false],
  // Seven digits are an extension unless the source says otherwise.
  ['+3545812345', '5812345', { country: 'IS', extensionLengths: [3] }, true],
  ['+12025550143', '5550143', { country: 'US' }, false],
])('takes the agent set as %s for the one that comes as %s with %j: %s', (set, came, feed, is) => {
  const run = deskRun({ agent: { extension: set } });
  const events = ['ringing', 'answered'].flatMap((stage) => {
    const event = { ...callEvent(stage, { agent: { extension: came } }), time: undefined };
    const decoded = cloudEvents.decode(JSON.parse(JSON.stringify(event)) as JsonValue, {
      source: 'pbx',
      receivedAt: Date.now(),
      feed,
    });
    return decoded.ok ? decoded.value : [];
  });
  run.take(events);
  expect(run.firings).toHaveLength(is ? 1 : 0);
  expect(run.desk.views().map(({ stage }) => stage)).toEqual(is ? ['answered'] : []);
});

it('names an agent in a rule by a number in any spelling', () => {
  const agent = { extension: '09280000001', country: 'IN' };
  const rule = (agents: string[]) =>
    ruleSchema.parse({
      id: 'r',
      name: 'R',
      when: { stage: 'ringing' },
      which: { agent: 'any', agents },
      actions: [{ do: 'popup', popup: 'p' }],
    });
  const decoded = cloudEvents.decode(callEvent('ringing') as JsonObject, {
    source: 'pbx',
    receivedAt: 1,
    feed: {},
  });
  const [event] = decoded.ok ? decoded.value : [];
  if (event === undefined || !isRuleable(event)) throw new Error('no event');
  const reason = (...agents: string[]) =>
    reasonToSkip(rule(agents), {
      event: { ...event, agent },
      call: event.call,
      moment: momentAt(0),
      agent: undefined,
      feedIsMine: false,
    })?.code;
  expect(reason('1', '9280000001')).toBeUndefined();
  expect(reason('+91 92800 00001')).toBeUndefined();
  expect(reason('9280000002')).toBe('other-agent');
});

it('knows an agent by a number in any spelling', () => {
  const known = { extension: '09280000001' };
  expect(compareAgents(known, { extension: '+919280000001' })).toBe('same');
  expect(compareAgents(known, { extension: '+919280000002' })).toBe('other');
  expect(compareAgents({ extension: 'Ada' }, { extension: 'ada ' })).toBe('same');
});

it.each([
  ['+31 (0)20 123 4567', '0201234567'],
  ['+31 20 123 4567', '+31201234567'],
  ['020-123', '+31201234567'],
  ['5215512345678', '+525512345678'],
  ['011 15-2345', '+5491123456789'],
  ['０２０１２３', '+31201234567'],
])('finds by %s what is stored as %s', (searched, stored) => {
  const text = [stored, ...storedForms(stored)].join(' ');
  expect(searchedForms(searched).some((form) => text.includes(form))).toBe(true);
});

it.each(['Grace', '12', '', '4711 Grace'])('takes %s for no number', (text) => {
  expect(searchedForms(text)).toEqual([]);
});
