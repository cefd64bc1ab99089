import type { CallData } from '../model/call-fields.ts';
import type { Condition } from '../model/condition.ts';
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
