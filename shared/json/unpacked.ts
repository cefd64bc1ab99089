import type { JsonValue } from './json-value.ts';
import { parseJson } from './parse-json.ts';

/** A JSON text that holds a JSON text: some systems pack their events twice. */
const mostPacked = 3;

/** An object or a list that came as a text; every other value as it is. */
export function unpacked(value: JsonValue, times = 0): JsonValue {
  if (typeof value !== 'string' || times >= mostPacked || !/^\s*["[{]/.test(value)) return value;
  const inner = parseJson(value);
  const found = inner.ok ? unpacked(inner.value, times + 1) : value;
  // Words in quotes are words.
  return typeof found === 'object' ? found : value;
}
