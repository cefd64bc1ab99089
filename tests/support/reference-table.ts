import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../build/lib/paths.mjs';
import { isJsonObject, jsonText, type JsonValue } from '../../shared/json/json-value.ts';
import { parseJson } from '../../shared/json/parse-json.ts';

/** One entry of a reference: a field, a default, a limit or a sentence of a manual. */
export interface Entry {
  /** Where it stands: "fields › Name › mandatory". */
  readonly at: string;
  readonly value: JsonValue;
  /** The same as a text. */
  readonly text: string;
  /** What the `*` of a row stand for, in their order. */
  readonly names: readonly string[];
  /** The object or list that has it. */
  readonly of: JsonValue;
}

type Check = (entry: Entry) => unknown;

interface Row {
  readonly at: string;
  readonly check?: Check;
  /** Why the product does it otherwise on purpose. */
  readonly differs?: string;
  /** Why the product has no part in it. */
  readonly beside?: string;
}

/** The product does what the entry says. @param at with `*` for any one name: "fields › * › label" */
export const says = (at: string, check: Check): Row => ({ at, check });
/** The product does something else on purpose, and the row shows what. */
export const differs = (at: string, reason: string, check: Check): Row => ({
  at,
  differs: reason,
  check,
});
/** Nothing that a product could do. */
export const beside = (at: string, reason: string): Row => ({ at, beside: reason });

const separator = ' › ';
const naming = ['label', 'name', 'token', 'key', 'quirk', 'rule', 'symptom', 'check', 'step'];

/** A test for each entry of a reference, by the row that speaks of it; an entry without a row is a failure. */
export function referenceTable(name: string, rows: readonly Row[]): void {
  const file = path.join(root, 'tests/support/reference', `${name}.json`);
  const parsed = parseJson(readFileSync(file, 'utf8'));
  if (!parsed.ok) throw new Error(`${file} is no JSON`);
  const entries = entriesIn(parsed.value);
  const leaves = entries.filter(({ value }) => isLeaf(value));
  const claimed = new Set<string>();
  for (const row of rows) {
    const pattern = row.at.split(separator);
    const matched = entries.flatMap((entry) => matchOf(entry, pattern));
    for (const { at } of matched) claimed.add(at);
    describe(row.at, () => {
      it('speaks of something that the reference has', () => expect(matched).not.toEqual([]));
      const why = row.differs ?? row.beside;
      for (const entry of matched) {
        it(why === undefined ? entry.at : `${entry.at} (${why})`, async () => {
          await row.check?.(entry);
        });
      }
    });
  }
  it('has a row for every entry of the reference', () => {
    const isClaimed = ({ at }: Entry): boolean => prefixes(at).some((one) => claimed.has(one));
    expect(leaves.filter((leaf) => !isClaimed(leaf)).map(({ at }) => at)).toEqual([]);
  });
}

const isLeaf = (value: JsonValue): boolean =>
  typeof value !== 'object' || value === null || Object.keys(value).length === 0;

/** Every value of a document with its path, those inside it included. */
function entriesIn(document: JsonValue, above: readonly string[] = []): Entry[] {
  if (typeof document !== 'object' || document === null) return [];
  const seen = new Map<string, number>();
  return Object.entries(document).flatMap(([key, value]) => {
    const own = Array.isArray(document) ? nameOf(value, key) : key;
    const times = (seen.get(own) ?? 0) + 1;
    seen.set(own, times);
    const at = [...above, times === 1 ? own : `${own} (${times})`];
    return [
      { at: at.join(separator), value, text: jsonText(value), names: [], of: document },
      ...entriesIn(value, at),
    ];
  });
}

/** A member of a list by what it is called there, so that a row says of what it speaks. */
function nameOf(member: JsonValue, index: string): string {
  if (typeof member === 'string' || typeof member === 'number') return String(member);
  const named = isJsonObject(member) ? naming.map((key) => member[key]) : [];
  return named.find((one) => typeof one === 'string') ?? index;
}

function matchOf(entry: Entry, pattern: readonly string[]): Entry[] {
  const parts = entry.at.split(separator);
  if (parts.length !== pattern.length) return [];
  const fits = pattern.every((part, index) => part === '*' || part === parts[index]);
  const names = parts.filter((_part, index) => pattern[index] === '*');
  return fits ? [{ ...entry, names }] : [];
}

function prefixes(at: string): string[] {
  const parts = at.split(separator);
  return parts.map((_part, index) => parts.slice(0, index + 1).join(separator));
}

/** A member of an entry's object, as a text. */
export const memberText = (of: JsonValue, key: string): string => jsonText(member(of, key));

/** A member of an entry's object. */
export const member = (of: JsonValue, key: string): JsonValue | undefined =>
  isJsonObject(of) ? of[key] : undefined;

export const textsIn = (value: JsonValue | undefined): string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
