import type { JsonObject, JsonValue } from '../json/json-value.ts';
import { pathText } from '../model/schema-problem.ts';
import { fail, ok, type Result } from '../result.ts';
import { message } from '../text/message.ts';

const reference = /\$\{env:([A-Za-z_][A-Za-z0-9_]*)\}/g;

/**
 * Fills `${env:NAME}` in every text of a configuration file, so that one file serves a fleet. A variable
 * that is not set is an error: an empty agent id or key would do harm far from its cause.
 */
export function fillEnvironment(
  value: JsonValue,
  environment: Readonly<Record<string, string | undefined>>,
  path: readonly PropertyKey[] = [],
): Result<JsonValue> {
  if (typeof value === 'string') return fillText(value, environment, path);
  if (Array.isArray(value)) {
    const items: JsonValue[] = [];
    for (const [index, item] of value.entries()) {
      const filled = fillEnvironment(item, environment, [...path, index]);
      if (!filled.ok) return filled;
      items.push(filled.value);
    }
    return ok(items);
  }
  if (typeof value !== 'object' || value === null) return ok(value);
  const copy: JsonObject = {};
  for (const [key, item] of Object.entries(value)) {
    const filled = fillEnvironment(item, environment, [...path, key]);
    if (!filled.ok) return filled;
    copy[key] = filled.value;
  }
  return ok(copy);
}

function fillText(
  text: string,
  environment: Readonly<Record<string, string | undefined>>,
  path: readonly PropertyKey[],
): Result<JsonValue> {
  const missing = [...text.matchAll(reference)].find((match) => !environment[match[1] ?? '']);
  if (missing !== undefined) {
    return fail(message('problem.config.envMissing', { name: missing[1] ?? '' }), pathText(path));
  }
  return ok(text.replace(reference, (_, name: string) => environment[name] ?? ''));
}
