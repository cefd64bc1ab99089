import { expect, it } from 'vitest';
import { matchCondition } from '../../../shared/matching/match-condition.ts';
import { momentAt } from '../../../shared/matching/moment.ts';
import type { CallData } from '../../../shared/model/call-fields.ts';
import { conditionSchema } from '../../../shared/model/condition.ts';

const call: CallData = {
  fields: {
    queueName: 'Satış',
    contactName: ' İade ',
    talkSeconds: '278',
    callEnd: '2026-03-14T09:31:40Z',
  },
  custom: { clock: '09:26', city: 'Café' },
  ext: {},
};
/** A Friday evening at home, a Saturday in Amsterdam. */
const friday = Date.UTC(2026, 2, 13, 23, 30);
const holds = (condition: object, zone = 'Europe/Amsterdam', at = friday) =>
  matchCondition(conditionSchema.parse(condition), { call, moment: momentAt(at, zone) });

it.each([
  [{ field: 'queueName', is: 'equals', value: 'SATIŞ' }, true],
  [{ field: 'queueName', is: 'contains', value: 'IŞ' }, true],
  [{ field: 'queueName', is: 'startsWith', value: 'SATI' }, true],
  [{ field: 'queueName', is: 'matches', value: '^SATIŞ$' }, true],
  [{ field: 'queueName', is: 'equals', value: 'Satis' }, false],
  [{ field: 'contactName', value: 'iade' }, true],
  [{ field: 'custom.city', value: 'Cafe\u0301' }, true],
  [{ field: 'queueName', is: 'notEquals', value: 'SATIŞ' }, false],
  [{ field: 'queueName', is: 'notEquals', value: 'Sales' }, true],
  [{ field: 'queueName', is: 'oneOf', values: ['Sales', ' SATIŞ '] }, true],
  [{ field: 'queueName', is: 'oneOf', values: ['Sales'] }, false],
  [{ field: 'queueName', is: 'notEmpty' }, true],
  [{ field: 'note', is: 'notEmpty' }, false],
  // Versions before this wrote a value also here.
  [{ field: 'note', is: 'empty', value: '' }, true],
])('%j: %s', (condition, expected) => {
  expect(holds(condition)).toBe(expected);
});

it.each([
  ['İade', 'iade'],
  ['Satış', 'SATIŞ'],
  ['Cafe\u0301', 'Café'],
  ['Straße', 'STRASSE'],
])('%j and %j are the same in every comparison of texts, whichever the call has', (one, other) => {
  for (const [has, value] of [
    [one, other],
    [other, one],
  ] as const) {
    const asked = {
      call: { fields: { queueName: ` ${has}` }, custom: {}, ext: {} },
      moment: momentAt(friday, 'UTC'),
    };
    for (const test of [
      { is: 'equals', value },
      { is: 'contains', value },
      { is: 'startsWith', value },
      { is: 'matches', value: `^${value}$` },
      { is: 'oneOf', values: [value] },
    ]) {
      const condition = conditionSchema.parse({ field: 'queueName', ...test });
      expect([test.is, matchCondition(condition, asked)]).toEqual([test.is, true]);
    }
  }
});

it.each([
  // As numbers, not as texts.
  [{ field: 'talkSeconds', is: 'greaterThan', value: '90' }, true],
  [{ field: 'talkSeconds', is: 'lessThan', value: '1000' }, true],
  [{ field: 'talkSeconds', is: 'greaterThan', value: '278' }, false],
  [{ field: 'talkSeconds', is: 'between', value: '278', to: '278.5' }, true],
  [{ field: 'talkSeconds', is: 'between', value: '1', to: '277' }, false],
  // Whatever zone each is written in; a date is the whole day.
  [{ field: 'callEnd', is: 'greaterThan', value: '2026-03-14T10:31:00+01:00' }, true],
  [{ field: 'callEnd', is: 'greaterThan', value: '2026-03-14' }, false],
  [{ field: 'callEnd', is: 'lessThan', value: '2026-03-15' }, true],
  [{ field: 'callEnd', is: 'between', value: '2026-03-01', to: '2026-03-14' }, true],
  [{ field: 'custom.clock', is: 'between', value: '9:00', to: '09:30:00' }, true],
  // A name, a number and a date have no order among them.
  [{ field: 'queueName', is: 'greaterThan', value: '5' }, false],
  [{ field: 'queueName', is: 'lessThan', value: '5' }, false],
  [{ field: 'talkSeconds', is: 'lessThan', value: '2026-03-14' }, false],
  [{ field: 'note', is: 'lessThan', value: '5' }, false],
])('in order: %j: %s', (condition, expected) => {
  expect(holds(condition)).toBe(expected);
});

it('asks for the time and the day of the event where this computer is', () => {
  const night = { time: { from: '22:00', to: '06:00' } };
  const day = { time: { from: '09:00', to: '17:00' } };
  expect([holds(night), holds(day)]).toEqual([true, false]);
  const nine = Date.UTC(2026, 6, 1, 7, 0);
  const five = Date.UTC(2026, 6, 1, 15, 0);
  expect(holds(day, 'Europe/Amsterdam', nine)).toBe(true);
  expect(holds(day, 'Europe/Amsterdam', five)).toBe(false);
  expect(holds(night, 'Europe/Amsterdam', nine)).toBe(false);
  expect(holds({ weekdays: ['saturday'] })).toBe(true);
  expect(holds({ weekdays: ['saturday'] }, 'UTC')).toBe(false);
  expect(holds({ weekdays: ['monday', 'friday'] }, 'UTC')).toBe(true);
});

it.each([
  [{ field: 'talkSeconds', is: 'greaterThan', value: 'many' }],
  [{ field: 'talkSeconds', is: 'between', value: '7' }],
  [{ field: 'talkSeconds', is: 'between', value: '7', to: '5' }],
  [{ field: 'talkSeconds', is: 'between', value: '7', to: '2026-03-14' }],
  [{ field: 'queueName', is: 'oneOf', values: [] }],
  [{ time: { from: '9:00', to: '17:00' } }],
  [{ time: { from: '09:00', to: '09:00' } }],
  [{ weekdays: [] }],
])('refuses %j', (condition) => {
  expect(conditionSchema.safeParse(condition).success).toBe(false);
});
