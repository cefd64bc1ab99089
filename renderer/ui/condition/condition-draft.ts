import {
  isTest,
  type Condition,
  type FieldTest,
  type Test,
} from '../../../shared/model/condition.ts';
import type { Comparison } from '../../../shared/model/comparison.ts';

/** How the members of a group are joined. */
export type Joint = 'all' | 'any';

/** A condition as the builder shows it: a group, possibly negated, and where its members are. */
export interface Group {
  readonly joint: Joint;
  readonly not: boolean;
  readonly members: readonly Condition[];
  /** Path of a member in the form. */
  readonly at: (index: number) => string;
}

/** A condition without what negates it. Two negations are none. */
export function unwrap(
  condition: Condition,
  at: string,
): { not: boolean; inner: Condition; at: string } {
  if (!('not' in condition)) return { not: false, inner: condition, at };
  const { not, ...rest } = unwrap(condition.not, `${at}.not`);
  return { not: !not, ...rest };
}

/** Every stored condition can be shown as a group; a test alone is a group of one. */
export function groupOf(condition: Condition | undefined, at: string): Group {
  if (condition === undefined) return { joint: 'all', not: false, members: [], at: () => at };
  const { not, inner, at: place } = unwrap(condition, at);
  if ('all' in inner)
    return { joint: 'all', not, members: inner.all, at: (index) => `${place}.all.${index}` };
  if ('any' in inner)
    return { joint: 'any', not, members: inner.any, at: (index) => `${place}.any.${index}` };
  return { joint: 'all', not: false, members: [condition], at: () => at };
}

/** The stored form of a group; undefined where there is nothing to test. One test needs no group around it. */
export function fromGroup({ joint, not, members }: Omit<Group, 'at'>): Condition | undefined {
  const [only, ...others] = members;
  if (only === undefined) return undefined;
  if (!not && others.length === 0 && isTest(unwrap(only, '').inner)) return only;
  return innerGroup({ joint, not, members });
}

/** A group within another: it stays one while it has one member or none. */
export const innerGroup = ({ joint, not, members }: Omit<Group, 'at'>): Condition =>
  negate(joint === 'all' ? { all: [...members] } : { any: [...members] }, not);

export const negate = (condition: Condition, not: boolean): Condition =>
  not ? { not: condition } : condition;

export const newTest = (): FieldTest => ({ field: 'callerNumber', is: 'equals', value: '' });
export const newTimeTest = (): Test => ({ time: { from: '09:00', to: '17:00' } });
export const newWeekdayTest = (): Test => ({
  weekdays: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
});

/** The same test with another comparison, and the members that it needs. */
export const withComparison = ({ field, value }: FieldTest, is: Comparison): FieldTest => ({
  field,
  is,
  value: hasValue(is) ? value : '',
  ...(is === 'between' && { to: '' }),
  ...(is === 'oneOf' && { values: value === '' ? [] : [value] }),
});

export const hasValue = (is: Comparison): boolean =>
  is !== 'empty' && is !== 'notEmpty' && is !== 'oneOf';
