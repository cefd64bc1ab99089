import { mostBars } from '../../../shared/model/delivery-health.ts';

const hour = 3_600_000;
const day = 24 * hour;
/** Above these, bars of the next size: a bar stays wide enough to be pointed at. */
const hoursUpTo = 3 * day;
const daysUpTo = 92 * day;

export type BarUnit = 'hour' | 'day' | 'week';

/** The bars of a chart over time. `edges` are milliseconds since 1970, one more than there are bars. */
export interface ChartBars {
  readonly unit: BarUnit;
  readonly edges: readonly number[];
}

/**
 * Whole hours, days or weeks of this computer's clock that cover a time; a day of 23 or 25 hours is one bar.
 * Of more time than a chart has bars for, the last part.
 *
 * @returns undefined where the time is empty
 */
export function chartBars(from: number, to: number): ChartBars | undefined {
  if (!(to > from)) return undefined;
  const unit = to - from <= hoursUpTo ? 'hour' : to - from <= daysUpTo ? 'day' : 'week';
  const edges = [startOf(Math.max(from, to - (mostBars - 1) * 7 * day), unit)];
  for (let last = edges[0] ?? to; last < to;) {
    last = after(last, unit);
    edges.push(last);
  }
  return { unit, edges };
}

function startOf(time: number, unit: BarUnit): number {
  const date = new Date(time);
  if (unit === 'hour') date.setMinutes(0, 0, 0);
  else date.setHours(0, 0, 0, 0);
  return date.getTime();
}

function after(time: number, unit: BarUnit): number {
  if (unit === 'hour') return time + hour;
  const date = new Date(time);
  date.setDate(date.getDate() + (unit === 'day' ? 1 : 7));
  return date.getTime();
}

/** The last 24 whole hours, the one that runs included. */
export function lastDay(now: number): ChartBars {
  const end = after(startOf(now, 'hour'), 'hour');
  return { unit: 'hour', edges: Array.from({ length: 25 }, (_, at) => end - (24 - at) * hour) };
}

/** How bars are called: short below the chart, whole in its table. */
export function barNames({ unit, edges }: ChartBars, locale: string) {
  const short = new Intl.DateTimeFormat(
    locale,
    unit === 'hour' ? { timeStyle: 'short' } : { day: 'numeric', month: 'short' },
  );
  const whole = new Intl.DateTimeFormat(
    locale,
    unit === 'hour' ? { dateStyle: 'medium', timeStyle: 'short' } : { dateStyle: 'medium' },
  );
  return edges.slice(0, -1).map((at) => ({ short: short.format(at), whole: whole.format(at) }));
}
