import { parseTree, type Node } from 'jsonc-parser';
import { fail, ok, type Result } from '../result.ts';
import type { JsonObject, JsonValue } from './json-value.ts';
import { syntaxProblem } from './syntax-problem.ts';
import { textPosition } from './text-position.ts';
import { message, type Message } from '../text/message.ts';

/** Deeper than any provider nests; a guard against stack exhaustion by a hostile frame. */
const maxDepth = 64;

/** Assigned in a later step it would change an object's prototype: never let in. */
const forbiddenKey = '__proto__';

/** More would only make the log long. */
const mostNotes = 10;

export interface JsonReading {
  readonly value: JsonValue;
  /** What a reader may want to know of the text, such as a name that is used twice. At most ten. */
  readonly notes: readonly Message[];
}

/**
 * Reads JSON from outside as every other reader does: of a name used twice the last value counts. A byte order
 * mark is skipped, `__proto__` is left out, and a syntax error names line and column.
 *
 * A whole number beyond 2^53 becomes a text with the digits that were sent: as a number it would be another
 * one. So does a number that none can hold (1e400).
 */
export function readJson(text: string): Result<JsonReading> {
  const read = readText(text);
  if (!read.ok) return read;
  const { value, notes } = read.value;
  return ok({ value, notes: notes.map(({ said }) => said) });
}

/** As readJson, for those who need no notes. */
export function parseJson(text: string): Result<JsonValue> {
  const read = readText(text);
  return read.ok ? ok(read.value.value) : read;
}

/**
 * Reads what a person wrote here: a file, a template. What would be decided silently, a name used twice or a
 * number whose digits cannot be kept, is a problem with its place.
 */
export function parseStrictJson(text: string): Result<JsonValue> {
  const read = readText(text);
  if (!read.ok) return read;
  const { value, notes, longNumber } = read.value;
  const [first] = notes;
  if (longNumber !== undefined && longNumber < (first?.offset ?? Infinity)) {
    const position = textPosition(text, longNumber);
    return fail(message('problem.json.numberTooLarge', { position }));
  }
  return first === undefined ? ok(value) : fail(first.said);
}

interface Note {
  readonly offset: number;
  readonly said: Message;
}

interface Reading {
  readonly text: string;
  readonly notes: Note[];
  /** Where the first number is that became a text. */
  longNumber: number | undefined;
}

function readText(given: string): Result<Reading & { readonly value: JsonValue }> {
  const text = given.startsWith('\ufeff') ? given.slice(1) : given;
  let plain: unknown;
  try {
    plain = JSON.parse(text);
  } catch {
    return fail(syntaxProblem(text));
  }
  if (isTooDeep(plain, 0)) return fail(message('problem.document.tooDeep', { limit: maxDepth }));
  const tree = parseTree(text);
  if (tree === undefined) return fail(message('problem.json.invalid'));
  const reading: Reading = { text, notes: [], longNumber: undefined };
  const value = valueOf(tree, reading);
  return ok({ ...reading, value });
}

const isTooDeep = (value: unknown, depth: number): boolean =>
  depth > maxDepth ||
  (typeof value === 'object' &&
    value !== null &&
    Object.values(value).some((item) => isTooDeep(item, depth + 1)));

/** The digits are only in the text: of a number, JSON.parse leaves what a double can hold. */
function valueOf(node: Node, reading: Reading): JsonValue {
  const value: unknown = node.value;
  if (node.type === 'array') return (node.children ?? []).map((item) => valueOf(item, reading));
  if (node.type === 'object') return objectOf(node, reading);
  if (node.type === 'number') return numberOf(node, reading);
  return typeof value === 'string' || typeof value === 'boolean' ? value : null;
}

function numberOf({ offset, length }: Node, reading: Reading): number | string {
  const digits = reading.text.slice(offset, offset + length);
  const number = Number(digits);
  const isKept = /^-?\d+$/.test(digits) ? Number.isSafeInteger(number) : Number.isFinite(number);
  if (isKept) return number;
  reading.longNumber ??= offset;
  return digits;
}

function objectOf(node: Node, reading: Reading): JsonObject {
  const record: JsonObject = {};
  for (const { children, offset } of node.children ?? []) {
    const [key, item] = children ?? [];
    const name = String(key?.value);
    if (item === undefined || name === forbiddenKey) continue;
    if (Object.hasOwn(record, name) && reading.notes.length < mostNotes) {
      const position = textPosition(reading.text, offset);
      reading.notes.push({ offset, said: message('problem.json.nameTwice', { name, position }) });
    }
    record[name] = valueOf(item, reading);
  }
  return record;
}
