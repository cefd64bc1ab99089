import { expect } from 'vitest';
import { textsOf, type Check } from '../../support/cases.ts';
import { callEvent } from '../../support/events.ts';
import { liveSource } from '../../support/live-source.ts';

/** When an event with this time happened, for a source in Istanbul (+03:00). */
const happenedAt =
  (instant: string): Check =>
  async (one) => {
    const source = liveSource('cloudevents', { timeZone: 'Europe/Istanbul' });
    for (const time of textsOf(one)) {
      const receivedAt = Date.parse('2026-11-26T13:00:02Z');
      const event = { ...callEvent('ringing'), time };
      const [read] = await source.read(JSON.stringify(event), receivedAt);
      expect(read?.untimed).toBeUndefined();
      expect(new Date(read?.occurredAt ?? 0).toISOString()).toBe(instant);
    }
    expect(source.notes).toEqual([]);
  };

/** How a time that comes is read. */
export const timeChecks: Readonly<Record<string, Check>> = {
  'time 1564191689601255': happenedAt('2019-07-27T01:41:29.601Z'),
  'time 1564191689601.255': happenedAt('2019-07-27T01:41:29.601Z'),
  'time 20190727094129': happenedAt('2019-07-27T06:41:29.000Z'),
  'time 2019-07-27 09:41:29+03:00': happenedAt('2019-07-27T06:41:29.000Z'),
  'time 2026-03-14 09:26:53.123': happenedAt('2026-03-14T06:26:53.123Z'),
  'time Thu, 26 Nov 2026 13:00:01 GMT': happenedAt('2026-11-26T13:00:01.000Z'),
};
