import { parseTree, type Node } from 'jsonc-parser';
import { fail, ok, type Result } from '../result.ts';
import type { JsonValue } from './json-value.ts';
import { scanJson } from './scan-json.ts';
import { syntaxProblem } from './syntax-problem.ts';
import { textPosition } from './text-position.ts';
import { message, type Message } from '../text/message.ts';

/** Deeper than any provider nests; a guard against stack exhaustion by a hostile frame. */
const maxDepth = 64;

/** Assigned in a later step it would change an object's prototype: never let in. */
const forbiddenKey = '__proto__';

/** More would only make the log long. */
const mostNotes = 10;

/** Characters. Where a name is used twice is worth knowing of a message that people wrote code for, not of a flood. */
const mostSearched = 64 * 1024;

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
  const read = readText(text, mostSearched);
  if (!read.ok) return read;
  const { value, notes } = read.value;
  return ok({ value, notes: notes.map(({ said }) => said) });
}

/** As readJson, for those who need no notes. */
export function parseJson(text: string): Result<JsonValue> {
  const read = readText(text, 0);
  return read.ok ? ok(read.value.value) : read;
}

/**
 * Reads what a person wrote here: a file, a template. What would be decided silently, a name used twice or a
 * number whose digits cannot be kept, is a problem with its place.
 */
export function parseStrictJson(text: string): Result<JsonValue> {
  const read = readText(text, Infinity);
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
  readonly value: JsonValue;
  readonly notes: readonly Note[];
  /** Where the first number is that became a text. */
  readonly longNumber: number | undefined;
}

/** @param searched characters up to which names that are used twice are looked for */
function readText(given: string, searched: number): Result<Reading> {
  const text = given.startsWith('\ufeff') ? given.slice(1) : given;
  const scan = scanJson(text);
  let plain: unknown;
  try {
    plain = JSON.parse(scan.text);
  } catch {
    return fail(syntaxProblem(text));
  }
  if (isTooDeep(plain, 0)) return fail(message('problem.document.tooDeep', { limit: maxDepth }));
  const found = { names: 0, isForbidden: false };
  count(plain, found);
  const hasTwice = found.names < scan.names && text.length <= searched;
  return ok({
    value: valueOf(plain, found.isForbidden),
    notes: hasTwice ? namesTwice(text) : [],
    longNumber: scan.longNumber,
  });
}

const isTooDeep = (value: unknown, depth: number): boolean =>
  depth > maxDepth ||
  (typeof value === 'object' &&
    value !== null &&
    Object.values(value).some((item) => isTooDeep(item, depth + 1)));

/** Counts the names that are left in what JSON.parse made. */
function count(value: unknown, found: { names: number; isForbidden: boolean }): void {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) {
    found.names += Object.keys(value).length;
    found.isForbidden ||= Object.hasOwn(value, forbiddenKey);
  }
  for (const item of Object.values(value)) count(item, found);
}

/** What JSON.parse made is used as it is, unless a forbidden name has to be left out. */
function valueOf(plain: unknown, isForbidden: boolean): JsonValue {
  const leaveOut = (value: JsonValue): JsonValue => {
    if (Array.isArray(value)) return value.map(leaveOut);
    if (typeof value !== 'object' || value === null) return value;
    const kept = Object.entries(value).filter(([name]) => name !== forbiddenKey);
    return Object.fromEntries(kept.map(([name, item]) => [name, leaveOut(item)]));
  };
  if (!isJson(plain)) return null;
  return isForbidden ? leaveOut(plain) : plain;
}

/** JSON.parse makes nothing else; the compiler does not know it. */
const isJson = (value: unknown): value is JsonValue => value !== undefined;

/** Only the text knows them: an object has each name once. */
function namesTwice(text: string): Note[] {
  const notes: Note[] = [];
  const look = (node: Node): void => {
    const names = new Set<string>();
    for (const child of node.children ?? []) {
      if (node.type === 'object') noteTwice(child, names, text, notes);
      look(child);
    }
  };
  const tree = parseTree(text);
  if (tree !== undefined) look(tree);
  return notes;
}

function noteTwice(
  { children, offset }: Node,
  names: Set<string>,
  text: string,
  notes: Note[],
): void {
  const name = String(children?.[0]?.value);
  if (names.has(name) && name !== forbiddenKey && notes.length < mostNotes) {
    const position = textPosition(text, offset);
    notes.push({ offset, said: message('problem.json.nameTwice', { name, position }) });
  }
  names.add(name);
}
