import { expect, it } from 'vitest';
import { readInstant, type TimeSettings } from '../../../shared/times/read-time.ts';
import { isTimeFormat } from '../../../shared/times/time-format.ts';

const turkey: TimeSettings = { timeZone: 'Europe/Istanbul' };

it.each([
  ['1564191689', '2019-07-27T01:41:29Z'],
  ['1564191689.5', '2019-07-27T01:41:29.500Z'],
  ['1564191689601', '2019-07-27T01:41:29.601Z'],
  ['1564191689601255', '2019-07-27T01:41:29.601Z'],
  ['1564191689601.255', '2019-07-27T01:41:29.601Z'],
  ['1564191689601255000', '2019-07-27T01:41:29.601Z'],
  ['20190727094129', '2019-07-27T06:41:29Z'],
  ['201907270941', '2019-07-27T06:41:00Z'],
  ['2019-07-27 09:41:29+03:00', '2019-07-27T06:41:29Z'],
  ['2026-03-14 09:26:53.123', '2026-03-14T06:26:53.123Z'],
  ['2026/03/14 09:26:53', '2026-03-14T06:26:53Z'],
  ['Thu, 26 Nov 2026 13:00:01 GMT', '2026-11-26T13:00:01Z'],
  ['Thu, 26 Nov 2026 13:00:01 +0300', '2026-11-26T10:00:01Z'],
  ['2026-03-14T09:26:53Z', '2026-03-14T09:26:53Z'],
  ['2026-03-14T09:26:53', '2026-03-14T06:26:53Z'],
  ['20260314T092653Z', '2026-03-14T09:26:53Z'],
  ['14.03.2026 09:26', '2026-03-14T06:26:00Z'],
  ['/Date(1564191689601)/', '2019-07-27T01:41:29.601Z'],
  ['/Date(1564191689601+0300)/', '2019-07-27T01:41:29.601Z'],
])('reads %s', (text, instant) => {
  expect(readInstant(text, turkey)).toBe(instant);
});

it.each([
  ...['', '0', '1004', '287', '2026', '2026-13', '09:26:53', '0000-00-00 00:00:00', 'yesterday'],
  ...['14-03-2026 09:26:53', '1970-01-01T00:00:00Z', '2150-01-01', `2026-03-14${' '.repeat(99)}Z`],
])('takes %s for no time of a call', (text) => {
  expect(readInstant(text, turkey)).toBeUndefined();
});

it.each([
  ['14-03-2026 09:26:53', 'dd-MM-yyyy HH:mm:ss'],
  ['14.03.26 09:26:53', 'dd.MM.yy HH:mm:ss'],
  ['3/14/2026 9:26:53 AM', 'M/d/yyyy h:mm:ss a'],
  ['20260314T092653', "yyyyMMdd'T'HHmmss"],
])('reads %s as %s', (text, timeFormat) => {
  expect(isTimeFormat(timeFormat)).toBe(true);
  expect(readInstant(text, { ...turkey, timeFormat })).toBe('2026-03-14T06:26:53Z');
  // Other forms are read as before.
  expect(readInstant('2026-03-14T06:26:53Z', { timeFormat })).toBe('2026-03-14T06:26:53Z');
});

it.each([
  '',
  'HH:mm:ss',
  'dd-MM',
  'dd-MM-yyyy QQ',
  "dd-MM-yyyy'T",
  'constructor',
  'dd-MM-yyyy(ss)',
])('takes %s for no format', (format) => {
  expect(isTimeFormat(format)).toBe(false);
});
