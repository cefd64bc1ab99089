import { expect, it } from 'vitest';
import { retryAfterOf } from '../../../electron/features/webhooks/retry-schedule.ts';

/** Fri, 27 Nov 2026 09:00:00 GMT */
const now = Date.UTC(2026, 10, 27, 9);
const day = 24 * 3_600_000;

it.each([
  ['120', 120_000],
  [' 120 ', 120_000],
  ['0', 0],
  ['+30', 30_000],
  ['1.5', 1_500],
  ['0.25', 250],
  ['120s', 120_000],
  ['120 seconds', 120_000],
  ['-1', 0],
  ['-99999', 0],
  ['86401', day],
  ['999999999', day],
  ['99999999999999999999999999', day],
  ['1795770060', 60_000],
  ['1795770060000', 60_000],
  ['1000000000', 0],
  ['Fri, 27 Nov 2026 09:01:00 GMT', 60_000],
  ['Friday, 27-Nov-26 09:01:00 GMT', 60_000],
  ['Fri Nov 27 09:01:00 2026', 60_000],
  ['Fri, 27 Nov 2026 10:01:00 +0100', 60_000],
  ['2026-11-27T09:01:00Z', 60_000],
  ['2026-11-27T09:01:00', 60_000],
  ['Fri, 27 Nov 2020 09:01:00 GMT', 0],
  ['Sun Nov  6 08:49:37 1994', 0],
  ['Fri, 27 Nov 2099 09:01:00 GMT', day],
  ['120, 3600', 3_600_000],
  ['120,60', 120_000],
  ['5, Fri, 27 Nov 2026 09:01:00 GMT', 60_000],
  ['Fri, 27 Nov 2026 09:01:00 GMT, 5', 60_000],
  ['Friday, 27-Nov-26 09:01:00 GMT, 300', 300_000],
  ['soon, 7', 7_000],
])('waits after "%s" %d ms', (header, wait) => {
  expect(retryAfterOf(header, now)).toBe(wait);
});

it.each([undefined, '', 'soon', 'NaN', 'Infinity', '1e3', '12:30', ',', 'x'.repeat(100_000)])(
  'reads nothing in %s',
  (header) => {
    expect(retryAfterOf(header, now)).toBeUndefined();
  },
);
