import type { Condition, FieldTest } from '../../../shared/model/condition.ts';

/** A condition as the builder shows it: groups of tests, each group or test possibly turned round. */
export interface Group {
  readonly kind: 'all' | 'any';
  readonly not: boolean;
  readonly items: readonly Item[];
}
export type Item =
  Group | { readonly kind: 'test'; readonly not: boolean; readonly test: FieldTest };

export const emptyGroup: Group = { kind: 'all', not: false, items: [] };

export const newTest = (): Item => ({
  kind: 'test',
  not: false,
  test: { field: 'callerNumber', is: 'equals', value: '' },
});

/** Every stored condition can be shown; two turns round are none. */
export function toGroup(condition: Condition | undefined): Group {
  if (condition === undefined) return emptyGroup;
  const item = toItem(condition, false);
  return item.kind === 'test' ? { ...emptyGroup, items: [item] } : item;
}

function toItem(condition: Condition, not: boolean): Item {
  if ('not' in condition) return toItem(condition.not, !not);
  if ('all' in condition) return { kind: 'all', not, items: condition.all.map(plainItem) };
  if ('any' in condition) return { kind: 'any', not, items: condition.any.map(plainItem) };
  return { kind: 'test', not, test: condition };
}

const plainItem = (condition: Condition): Item => toItem(condition, false);

/** The stored form; undefined where there is nothing to test. */
export function toCondition(group: Group): Condition | undefined {
  if (group.items.length === 0) return undefined;
  const [only, ...others] = group.items;
  // One test needs no group around it.
  if (only?.kind === 'test' && others.length === 0 && !group.not) return fromItem(only);
  return fromItem(group);
}

function fromItem(item: Item): Condition {
  const plain = plainCondition(item);
  return item.not ? { not: plain } : plain;
}

function plainCondition(item: Item): Condition {
  switch (item.kind) {
    case 'test':
      return item.test;
    case 'all':
      return { all: item.items.map(fromItem) };
    case 'any':
      return { any: item.items.map(fromItem) };
  }
}
