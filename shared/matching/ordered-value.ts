import { DateTime } from 'luxon';

/** What has an order: a number, a time (milliseconds since 1970), or a time of day (seconds). */
export interface OrderedValue {
  readonly kind: 'number' | 'time' | 'clock';
  readonly first: number;
  /** A date is a whole day: what happens in it is neither before nor after it. */
  readonly last: number;
}

/** Below, at or above 0; undefined for two of different kinds. */
export function compareOrdered(a: OrderedValue, b: OrderedValue): number | undefined {
  if (a.kind !== b.kind) return undefined;
  if (a.last < b.first) return -1;
  return a.first > b.last ? 1 : 0;
}

/**
 * Reads a number, an ISO 8601 date or instant, or a time of day (HH:mm, HH:mm:ss).
 * @param zone of dates and of times that name none: an IANA name, or `system`
 * @returns undefined for every other text
 */
export function orderedValue(text: string, zone = 'system'): OrderedValue | undefined {
  const value = text.trim();
  // Longer is nothing that has an order here.
  if (value.length > 40) return undefined;
  if (/^[+-]?\d+(\.\d+)?$/.test(value)) return at('number', Number(value));
  if (/^\d{1,2}:\d{2}(:\d{2})?$/.test(value)) return clockValue(value.split(':').map(Number));
  if (!/^\d{4}-\d{2}-\d{2}([T ]|$)/.test(value)) return undefined;
  const time = DateTime.fromISO(value.replace(' ', 'T'), { zone });
  if (!time.isValid) return undefined;
  return value.length === 'yyyy-MM-dd'.length
    ? { kind: 'time', first: time.toMillis(), last: time.endOf('day').toMillis() }
    : at('time', time.toMillis());
}

const at = (kind: OrderedValue['kind'], order: number): OrderedValue => ({
  kind,
  first: order,
  last: order,
});

function clockValue([hours = 0, minutes = 0, seconds = 0]: readonly number[]):
  OrderedValue | undefined {
  if (hours > 23 || minutes > 59 || seconds > 59) return undefined;
  return at('clock', hours * 3_600 + minutes * 60 + seconds);
}
