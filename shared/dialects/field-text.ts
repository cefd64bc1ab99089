import { isJsonObject, jsonText, type JsonObject, type JsonValue } from '../json/json-value.ts';
import { callFieldCatalogue, maxFieldLength, type CallFieldName } from '../model/call-fields.ts';

/** Where systems that send an object keep what is asked for, the most telling first. */
const members: Readonly<Record<'phone' | 'name' | 'other', readonly string[]>> = {
  phone: ['number', 'phoneNumber', 'phone', 'e164', 'callerIdNumber', 'extension', 'value', 'id'],
  name: ['name', 'displayName', 'label', 'value'],
  other: ['id', 'value', 'name'],
};

/** These carry a list or an object as JSON. */
const asJson: ReadonlySet<CallFieldName> = new Set<CallFieldName>(['callFlow', 'customFields']);

/**
 * What a field gets of a value: the value as text, of a list its texts, of an object the member that says it.
 * Undefined where nothing fits or where it is longer than any real value: it then stays under `ext`, and the event
 * goes on without the field.
 */
export function fieldText(name: CallFieldName, value: JsonValue): string | undefined {
  const text = textOf(name, value);
  return text === undefined || text.length > maxFieldLength ? undefined : text;
}

function textOf(name: CallFieldName, value: JsonValue): string | undefined {
  if (typeof value !== 'object' || value === null || asJson.has(name)) return jsonText(value);
  if (!Array.isArray(value)) return memberOf(name, value);
  const texts = value.flatMap((item) => textOf(name, item) ?? []);
  return texts.length === 0 && value.length > 0 ? undefined : texts.join(', ');
}

function memberOf(name: CallFieldName, value: JsonObject): string | undefined {
  const kind =
    callFieldCatalogue[name].type === 'phone' ? 'phone' : /name$/i.test(name) ? 'name' : 'other';
  for (const member of members[kind]) {
    const found = Object.hasOwn(value, member) ? value[member] : undefined;
    const isText = typeof found === 'string' || typeof found === 'number';
    if (isText && found !== '') return String(found);
  }
  return undefined;
}

/** The same for a system whose manual documents an object there: where no member fits, the object as JSON. */
export function documentedText(name: CallFieldName, value: JsonValue): string | undefined {
  const isText = callFieldCatalogue[name].type === 'text';
  const text = fieldText(name, value) ?? (isText ? jsonText(value) : undefined);
  return text === undefined || text.length > maxFieldLength ? undefined : text;
}

/** Takes the columns of a list's record as texts. */
export function addColumns(custom: Record<string, string>, columns: JsonObject): void {
  for (const [name, value] of Object.entries(columns)) custom[name] = jsonText(value);
}

/** A list of columns as some systems send it: `[{"name": "city", "value": "Izmir"}]`. */
export function columnsOf(value: JsonValue): JsonObject | undefined {
  if (isJsonObject(value)) return value;
  if (!Array.isArray(value)) return undefined;
  const columns: JsonObject = {};
  for (const item of value) {
    if (!isJsonObject(item)) return undefined;
    const name = item['name'] ?? item['key'] ?? item['id'] ?? item['label'];
    if (typeof name !== 'string' || name === '__proto__') return undefined;
    columns[name] = item['value'] ?? item['text'] ?? null;
  }
  return columns;
}
