import { isJsonObject, jsonText, type JsonObject } from '../json/json-value.ts';
import { maxFieldLength, type CallData, type CallFieldName } from '../model/call-fields.ts';
import type { Feed } from '../model/feed.ts';
import { ReceivedNumbers } from '../model/received-numbers.ts';
import { fail, ok, type Result } from '../result.ts';
import type { DialectField } from './dialect.ts';
import { readableValue, withCaller } from './values.ts';
import { message } from '../text/message.ts';

/** `$call_id`, `%call_id%` and `Call ID` are one name to people, so they are one to us. */
export const plainName = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '');

/** Name as it is kept under ext: without the provider's marks. */
const extName = (name: string): string => name.replace(/^[$%]|[%{}"]+$/g, '');

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
export function mapPayload(map: PayloadMap, payload: JsonObject, feed: Feed): Result<CallData> {
  const fields: Partial<Record<CallFieldName, string>> = {};
  const given: Partial<Record<CallFieldName, string>> = {};
  const custom: Record<string, string> = {};
  const ext: JsonObject = {};
  const received = new ReceivedNumbers();
  for (const [key, value] of Object.entries(payload)) {
    const field = map.byName.get(plainName(key));
    if (jsonText(value).length > maxFieldLength) {
      return fail(message('problem.event.valueTooLong', { limit: maxFieldLength }), key);
    }
    if (field?.to === undefined) {
      ext[extName(key)] = value;
      continue;
    }
    if (field.to === 'customFields' && isJsonObject(value)) addCustom(custom, value);
    const raw = jsonText(value);
    const text = readableValue(field.to, raw, feed);
    given[field.to] ||= raw;
    if (text !== '') fields[field.to] ??= text;
    received.note(field.to, raw, text);
    if (text !== raw) ext[extName(key)] = value;
  }
  return ok({
    fields: withCaller(fields, given, feed),
    custom,
    ext: { ...(Object.keys(ext).length > 0 && { [map.system]: ext }), ...received.ext() },
  });
}

function addCustom(custom: Record<string, string>, columns: JsonObject): void {
  for (const [name, value] of Object.entries(columns)) custom[name] = jsonText(value);
}
