import { z } from 'zod';
import { parseJson } from '../json/parse-json.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../json/json-value.ts';
import { settingsInputSchema } from '../model/settings.ts';

const settings = 'configuration.settings.';

/** The registry knows no true and false. */
function isSwitch(name: string): boolean {
  if (name === 'updates.off') return true;
  if (!name.startsWith(settings)) return false;
  const field = Object.entries(settingsInputSchema.shape).find(
    ([key]) => `${settings}${key}` === name,
  )?.[1];
  return field?.unwrap() instanceof z.ZodBoolean;
}

/**
 * A policy from values that the system keeps by name, such as `configuration.settings.closeToTray`. A whole
 * `configuration` as JSON text lies below those of its settings that have values of their own.
 */
export function policyOfNames(values: Readonly<Record<string, JsonValue>>): JsonValue {
  const policy: JsonObject = { version: 1 };
  const names = Object.entries(values).sort(([a], [b]) => a.length - b.length);
  for (const [name, value] of names) {
    put(policy, name.split('.'), isSwitch(name) ? value === 1 : jsonOf(name, value));
  }
  const { configuration } = policy;
  if (isJsonObject(configuration)) configuration['version'] ??= 3;
  return policy;
}

function jsonOf(name: string, value: JsonValue): JsonValue {
  if (name !== 'configuration' || typeof value !== 'string') return value;
  const json = parseJson(value);
  return json.ok ? json.value : value;
}

function put(target: JsonObject, [name, ...rest]: readonly string[], value: JsonValue): void {
  if (name === undefined) return;
  if (rest.length === 0) {
    target[name] = value;
    return;
  }
  const inner = target[name];
  const next: JsonObject = isJsonObject(inner) ? inner : {};
  target[name] = next;
  put(next, rest, value);
}
