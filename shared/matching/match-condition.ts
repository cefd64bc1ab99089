import type { CallData } from '../model/call-fields.ts';
import type { Condition, FieldTest } from '../model/condition.ts';
import { readField } from '../model/read-field.ts';
import { matchesPattern } from '../model/safe-pattern.ts';

/** Evaluates a filter; an empty `all` holds, an empty `any` does not. */
export function matchCondition(condition: Condition, call: CallData): boolean {
  if ('all' in condition) return condition.all.every((inner) => matchCondition(inner, call));
  if ('any' in condition) return condition.any.some((inner) => matchCondition(inner, call));
  if ('not' in condition) return !matchCondition(condition.not, call);
  const actual = (readField(call, condition.field) ?? '').toLowerCase();
  if (condition.is === 'matches') return matchesPattern(condition.value, actual);
  const wanted = condition.value.toLowerCase();
  switch (condition.is) {
    case 'equals':
      return actual === wanted;
    case 'contains':
      return actual.includes(wanted);
    case 'startsWith':
      return actual.startsWith(wanted);
    case 'empty':
      return actual === '';
  }
}

/** The longest value that a sentence quotes (characters). */
const longestQuoted = 200;

/**
 * The test that keeps a condition from holding, with the call's value; nothing where several tests do so together, as
 * all of an `any`.
 */
export function failingTest(
  condition: Condition,
  call: CallData,
): { test?: FieldTest; negated?: boolean; actual?: string } {
  if ('all' in condition) {
    const failing = condition.all.find((inner) => !matchCondition(inner, call));
    return failing === undefined ? {} : failingTest(failing, call);
  }
  if ('any' in condition) {
    const [only, ...others] = condition.any;
    return only === undefined || others.length > 0 ? {} : failingTest(only, call);
  }
  if ('not' in condition) {
    const { not: test } = condition;
    return 'field' in test ? { test, negated: true, actual: quotedValue(test, call) } : {};
  }
  return { test: condition, actual: quotedValue(condition, call) };
}

const quotedValue = ({ field }: FieldTest, call: CallData): string =>
  (readField(call, field) ?? '').slice(0, longestQuoted);
