import { DateTime } from 'luxon';
import { expect, it } from 'vitest';
import { readInstant, readTime, type TimeSettings } from '../../../shared/times/read-time.ts';
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
  ['1564191689,601', '2019-07-27T01:41:29.601Z'],
  ['1.564191689E9', '2019-07-27T01:41:29Z'],
  ['20190727044129.601', '2019-07-27T01:41:29.601Z'],
  ['2019/07/27 04:41:29.601', '2019-07-27T01:41:29.601Z'],
  ['2019-07-27 4:41:29', '2019-07-27T01:41:29Z'],
  ['27.07.2019, 04:41:29', '2019-07-27T01:41:29Z'],
  ['2019-07-27 04:41:29 +0300', '2019-07-27T01:41:29Z'],
  ['Sat, 27 Jul 2019 01:41:29 UTC', '2019-07-27T01:41:29Z'],
  ['Sat, 27-Jul-2019 01:41:29 GMT', '2019-07-27T01:41:29Z'],
  ['Sat Jul 27 01:41:29 UTC 2019', '2019-07-27T01:41:29Z'],
  ['Sat Jul 27 04:41:29 2019', '2019-07-27T01:41:29Z'],
  ['Sat Jul 27 2019 01:41:29 GMT+0000 (Coordinated Universal Time)', '2019-07-27T01:41:29Z'],
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

it('reads an instant as the library does, and refuses the same days', () => {
  const days = ['2019-07-27', '2020-02-29', '2019-02-29', '2019-04-31', '2019-13-01', '2019-12-31'];
  const clocks = [
    '09:41:29',
    '23:59:59.999',
    '00:00:00,5',
    '09:41:29.123456789',
    '24:00:00',
    '25:00:00',
  ];
  const zones = ['Z', '+00:00', '+05:30', '-09:45', '+14:00', '+25:00'];
  for (const day of days)
    for (const clock of clocks)
      for (const zone of zones) {
        const text = `${day}T${clock}${zone}`;
        const expected = DateTime.fromISO(text);
        const read = readTime(text, { timeZone: 'Asia/Kolkata' });
        expect([text, read]).toEqual([text, expected.isValid ? expected.toMillis() : undefined]);
      }
});
