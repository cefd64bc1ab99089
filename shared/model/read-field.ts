import { ownValue } from '../json/own-value.ts';
import { isJsonObject, jsonText, type JsonValue } from '../json/json-value.ts';
import { isCallFieldName, type CallData, type FieldRef } from './call-fields.ts';

/** The text of a call's field; undefined when the call does not carry it or carries it empty. */
export function readField(call: CallData, ref: FieldRef): string | undefined {
  const value = lookUp(call, ref);
  return value === undefined || value === '' ? undefined : value;
}

function lookUp(call: CallData, ref: FieldRef): string | undefined {
  if (isCallFieldName(ref)) {
    if (ref === 'customFields' && call.fields.customFields === undefined) {
      return Object.keys(call.custom).length === 0 ? undefined : JSON.stringify(call.custom);
    }
    return call.fields[ref];
  }
  const [root, ...rest] = ref.split('.');
  if (root === 'custom') return ownValue(call.custom, rest.join('.'));
  if (root === 'var') return ownValue(call.vars ?? {}, rest.join('.'));
  if (root !== 'ext') return undefined;
  return jsonText(walk(call.ext, rest));
}

function walk(start: JsonValue, path: readonly string[]): JsonValue | undefined {
  let current: JsonValue | undefined = start;
  for (const part of path) {
    if (Array.isArray(current)) current = current[Number(part)];
    else if (isJsonObject(current)) current = ownValue(current, part);
    else return undefined;
  }
  return current;
}
