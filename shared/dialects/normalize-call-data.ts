import { ownValue } from '../json/own-value.ts';
import { isJsonObject, jsonText, type JsonObject, type JsonValue } from '../json/json-value.ts';
import {
  isCallFieldName,
  maxFieldLength,
  type CallData,
  type CallFieldName,
} from '../model/call-fields.ts';
import { fail, ok, type Result } from '../result.ts';
import { message } from '../text/message.ts';

/** Nested objects whose members are fields of the same first name: agent.id -> agentId. */
const groups = new Set(['agent', 'queue', 'campaign', 'contact']);

/** Other spellings of catalogue names, as people write them. */
const synonyms: Readonly<Partial<Record<string, CallFieldName>>> = {
  agentAlias: 'agentExtension',
  alias: 'agentExtension',
  extension: 'agentExtension',
  linkedCallId: 'callId',
  legId: 'callUniqueId',
  callDate: 'callStart',
  callerId: 'callerNumber',
  from: 'callerNumber',
  to: 'calledNumber',
  queue: 'queueName',
};

/** snake_case and Label Case to camelCase: call_id, "Call ID" -> callId. */
function camelCase(name: string): string {
  const words = name.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
  if (words.length <= 1) return name;
  return words
    .map((word, index) => {
      const lower = word.toLowerCase();
      return index === 0 ? lower : lower.charAt(0).toUpperCase() + lower.slice(1);
    })
    .join('');
}

/**
 * Sorts a flat or lightly nested object into catalogue fields, custom columns and the rest.
 * Numbers and booleans become text, as every system writes its ids differently.
 */
export function normalizeCallData(data: JsonObject): Result<CallData> {
  const fields: Partial<Record<CallFieldName, string>> = {};
  const custom: Record<string, string> = {};
  const ext: JsonObject = {};
  for (const [key, value] of flatten(data)) {
    if ((key === 'customFields' || key === 'custom') && isJsonObject(value)) {
      for (const [name, item] of Object.entries(value)) custom[name] = jsonText(item);
      continue;
    }
    const name = isCallFieldName(key) ? key : ownValue(synonyms, key);
    if (name === undefined) {
      ext[key] = value;
    } else if (typeof value === 'object' && value !== null) {
      return fail(message('problem.event.notTextOrNumber'), key);
    } else {
      fields[name] ??= jsonText(value);
    }
  }
  const long = longest({ ...fields, ...custom });
  if (long !== undefined)
    return fail(message('problem.event.valueTooLong', { limit: maxFieldLength }), long);
  return ok({ fields, custom, ext });
}

function* flatten(data: JsonObject): Generator<[string, JsonValue]> {
  for (const [rawKey, value] of Object.entries(data)) {
    const key = camelCase(rawKey);
    if (!groups.has(key) || !isJsonObject(value)) {
      yield [key, value];
      continue;
    }
    for (const [member, inner] of Object.entries(value)) {
      const name = camelCase(member);
      yield [name === 'sessionKey' ? name : groupedName(key, name), inner];
    }
  }
}

const groupedName = (group: string, name: string): string =>
  `${group}${name.charAt(0).toUpperCase()}${name.slice(1)}`;

function longest(record: Readonly<Record<string, string | undefined>>): string | undefined {
  return Object.entries(record).find(([, value]) => (value?.length ?? 0) > maxFieldLength)?.[0];
}
