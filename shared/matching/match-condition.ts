import type { CallData } from '../model/call-fields.ts';
import {
  isTest,
  type Condition,
  type FieldTest,
  type Test,
  type TimeTest,
} from '../model/condition.ts';
import { readField } from '../model/read-field.ts';
import { matchesPattern } from '../model/safe-pattern.ts';
import type { SkipReason } from '../model/skip-reason.ts';
import { comparableText } from '../text/fold-text.ts';
import type { Moment } from './moment.ts';
import { compareOrdered, orderedValue } from './ordered-value.ts';

/** What a condition is asked about. */
export interface Asked {
  readonly call: CallData;
  /** When the event happened. */
  readonly moment: Moment;
}

/** Evaluates a filter; an empty `all` holds, an empty `any` does not. */
export function matchCondition(condition: Condition, asked: Asked): boolean {
  if ('all' in condition) return condition.all.every((inner) => matchCondition(inner, asked));
  if ('any' in condition) return condition.any.some((inner) => matchCondition(inner, asked));
  if ('not' in condition) return !matchCondition(condition.not, asked);
  if ('time' in condition) return isWithin(condition.time, asked.moment.local().clock);
  if ('weekdays' in condition) return condition.weekdays.includes(asked.moment.local().weekday);
  return matchField(condition, asked);
}

/** Over midnight where the end lies before the beginning. HH:mm sorts as text. */
const isWithin = ({ from, to }: TimeTest['time'], clock: string): boolean =>
  from < to ? from <= clock && clock < to : from <= clock || clock < to;

function matchField(test: FieldTest, { call, moment }: Asked): boolean {
  const raw = readField(call, test.field) ?? '';
  if (test.is === 'matches') return matchesPattern(test.value, raw);
  const actual = comparableText(raw);
  const wanted = comparableText(test.value);
  switch (test.is) {
    case 'equals':
      return actual === wanted;
    case 'notEquals':
      return actual !== wanted;
    case 'oneOf':
      return (test.values ?? []).some((value) => comparableText(value) === actual);
    case 'contains':
      return actual.includes(wanted);
    case 'startsWith':
      return actual.startsWith(wanted);
    case 'greaterThan':
      return (compare(raw, test.value, moment) ?? 0) > 0;
    case 'lessThan':
      return (compare(raw, test.value, moment) ?? 0) < 0;
    case 'between':
      return (
        (compare(raw, test.value, moment) ?? -1) >= 0 &&
        (compare(raw, test.to ?? '', moment) ?? 1) <= 0
      );
    case 'empty':
      return actual === '';
    case 'notEmpty':
      return actual !== '';
  }
}

/** Below, at or above 0; undefined where the two have no order: a name and a number, a date and a time of day. */
function compare(actual: string, wanted: string, { zone }: Moment): number | undefined {
  const [a, b] = [orderedValue(actual, zone), orderedValue(wanted, zone)];
  return a === undefined || b === undefined ? undefined : compareOrdered(a, b);
}

/** The longest value that a sentence quotes (characters). */
const longestQuoted = 200;

type Failing = Omit<Extract<SkipReason, { code: 'condition' }>, 'code'>;

/**
 * The test that keeps a condition from holding, with the call's value; nothing where several tests do so together, as
 * all of an `any`.
 */
export function failingTest(condition: Condition, asked: Asked): Failing {
  if ('all' in condition) {
    const failing = condition.all.find((inner) => !matchCondition(inner, asked));
    return failing === undefined ? {} : failingTest(failing, asked);
  }
  if ('any' in condition) {
    const [only, ...others] = condition.any;
    return only === undefined || others.length > 0 ? {} : failingTest(only, asked);
  }
  if ('not' in condition) {
    const { not: test } = condition;
    return isTest(test) ? { test, negated: true, actual: actualOf(test, asked) } : {};
  }
  return {
    test: condition,
    actual: actualOf(condition, asked),
    ...(hasNoOrder(condition, asked) && { unordered: true }),
  };
}

function actualOf(test: Test, { call, moment }: Asked): string {
  if ('time' in test) return moment.local().clock;
  if ('weekdays' in test) return moment.local().weekday;
  return (readField(call, test.field) ?? '').slice(0, longestQuoted);
}

/** The value of the call is there, and cannot be compared with what the test names. */
function hasNoOrder(test: Test, { call, moment }: Asked): boolean {
  if (!('field' in test)) return false;
  const { is, value } = test;
  if (is !== 'greaterThan' && is !== 'lessThan' && is !== 'between') return false;
  const actual = readField(call, test.field);
  return actual !== undefined && compare(actual, value, moment) === undefined;
}
