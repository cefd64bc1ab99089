import { ownValue } from '../json/own-value.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../json/json-value.ts';
import { isCallFieldName, type CallData, type CallFieldName } from '../model/call-fields.ts';
import { boundedData } from './bounded-data.ts';
import type { DecodeContext } from './dialect.ts';
import { addColumns, columnsOf, fieldText } from './field-text.ts';

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
  callerName: 'contactName',
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
 * Numbers and booleans become text, as every system writes its ids differently. One odd value costs its field, not the
 * event: it is kept under `ext`.
 */
export function normalizeCallData(data: JsonObject, note?: DecodeContext['note']): CallData {
  const fields: Partial<Record<CallFieldName, string>> = {};
  const custom: Record<string, string> = {};
  const ext: JsonObject = {};
  for (const [key, value] of flatten(data)) {
    const columns = key === 'customFields' || key === 'custom' ? columnsOf(value) : undefined;
    if (columns !== undefined) {
      addColumns(custom, columns);
      continue;
    }
    const name = isCallFieldName(key) ? key : ownValue(synonyms, key);
    const text = name === undefined ? undefined : fieldText(name, value);
    if (name === undefined || text === undefined || isMoreThanText(value)) ext[key] = value;
    // An empty synonym says nothing: it must not hide the name that has the value.
    if (name !== undefined && text !== undefined) fields[name] ||= text;
    if (name === 'callerNumber') fields.contactName ||= nameIn(value);
  }
  if (fields.contactName === '') delete fields.contactName;
  if (fields.callId !== undefined) fields.callId = fields.callId.trim();
  return boundedData({ fields, custom, ext }, note);
}

/** `"from": {"number": "+31…", "name": "Grace"}` */
function nameIn(caller: JsonValue): string {
  const name = isJsonObject(caller) ? caller['name'] : undefined;
  return typeof name === 'string' ? name : '';
}

const isMoreThanText = (value: JsonValue): boolean => typeof value === 'object' && value !== null;

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
