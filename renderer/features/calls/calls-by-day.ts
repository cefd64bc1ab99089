import type { CallRecordView } from '../../../shared/contract/call-views.ts';

/** The calls of one day by this computer's clock, in the order in which they came. */
export interface DayOfCalls {
  /** Of its first call here: milliseconds since 1970. */
  readonly at: number;
  readonly calls: readonly CallRecordView[];
}

/** Neighbours of one day come under one heading. */
export function callsByDay(calls: readonly CallRecordView[]): DayOfCalls[] {
  const days: { at: number; calls: CallRecordView[] }[] = [];
  for (const call of calls) {
    const day = days.at(-1);
    if (day !== undefined && dayOf(day.at) === dayOf(call.startedAt)) day.calls.push(call);
    else days.push({ at: call.startedAt, calls: [call] });
  }
  return days;
}

/** Midnights from one day to another: 0 where they are the same, 1 for yesterday. */
export function daysBetween(at: number, now: number): number {
  // Noon: where clocks change, a day has 23 or 25 hours.
  const noon = (time: number): number => new Date(time).setHours(12, 0, 0, 0);
  return Math.round((noon(now) - noon(at)) / 86_400_000);
}

const dayOf = (at: number): string => new Date(at).toDateString();
