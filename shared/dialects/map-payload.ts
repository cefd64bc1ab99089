import type { JsonObject, JsonValue } from '../json/json-value.ts';
import { parseJson } from '../json/parse-json.ts';
import type { CallData, CallFieldName } from '../model/call-fields.ts';
import { ReceivedNumbers } from '../model/received-numbers.ts';
import { boundedData } from './bounded-data.ts';
import type { DecodeContext, DialectField } from './dialect.ts';
import { addColumns, columnsOf, documentedText } from './field-text.ts';
import { readableValue, withCaller } from './values.ts';

/** `$call_id`, `%call_id%` and `Call ID` are one name to people, so they are one to us. */
export const plainName = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '');

/** Name as it is kept under ext: without the provider's marks. */
function extName(name: string): string {
  let end = name.length;
  while (end > 0 && '%{}"'.includes(name.charAt(end - 1))) end -= 1;
  return name.slice(name.startsWith('$') || name.startsWith('%') ? 1 : 0, end);
}

/** In a form or an address an object can only be a text. */
function asSent(value: JsonValue): JsonValue {
  const read = typeof value === 'string' ? parseJson(value) : undefined;
  return read?.ok === true ? read.value : value;
}

const isMoreThanText = (value: JsonValue): boolean => typeof value === 'object' && value !== null;

export interface PayloadMap {
  readonly system: string;
  readonly byName: ReadonlyMap<string, DialectField>;
}

export const payloadMap = (system: string, fields: readonly DialectField[]): PayloadMap => ({
  system,
  byName: new Map(fields.map((field) => [plainName(field.name), field])),
});

/**
 * Sorts a flat payload into catalogue fields and the rest, which stays under `ext.SYSTEM`. Numbers become
 * E.164 and times instants where possible; converted values keep their raw form there too.
 */
export function mapPayload(
  map: PayloadMap,
  payload: JsonObject,
  { feed, note }: Pick<DecodeContext, 'feed' | 'note'>,
): CallData {
  const fields: Partial<Record<CallFieldName, string>> = {};
  const given: Partial<Record<CallFieldName, string>> = {};
  const custom: Record<string, string> = {};
  const ext: JsonObject = {};
  const received = new ReceivedNumbers();
  for (const [key, value] of Object.entries(payload)) {
    const field = map.byName.get(plainName(key));
    const raw = field?.to === undefined ? undefined : documentedText(field.to, value);
    if (field?.to === undefined || raw === undefined) {
      ext[extName(key)] = value;
      continue;
    }
    if (field.to === 'customFields') addColumns(custom, columnsOf(asSent(value)) ?? {});
    const text = readableValue(field.to, raw, feed);
    given[field.to] ||= raw;
    if (text !== '') fields[field.to] ||= text;
    received.note(field.to, raw, text);
    // A list or an object says more than the text that a field gets of it.
    if (text !== raw || isMoreThanText(value)) ext[extName(key)] = value;
  }
  if (fields.callId !== undefined) fields.callId = fields.callId.trim();
  const kept = boundedData({ fields, custom, ext }, note);
  const own = Object.keys(kept.ext).length > 0 && { [map.system]: kept.ext };
  return {
    fields: withCaller(fields, given, feed),
    custom: kept.custom,
    ext: { ...own, ...received.ext() },
  };
}
