import type { JsonObject } from '../json/json-value.ts';
import { maxFieldLength, type CallData } from '../model/call-fields.ts';
import { message } from '../text/message.ts';
import type { DecodeContext } from './dialect.ts';

/** Columns of a list's record. */
const mostColumns = 500;
/** Of what is kept without a field: it stays in memory with the call, and on disk with its log entry (characters). */
const mostKept = 128 * 1024;

/** A call's data within bounds: what is too much is left out, and said; the event itself is not refused. */
export function boundedData(data: CallData, note: DecodeContext['note']): CallData {
  const columns = Object.entries(data.custom);
  const custom = columns
    .filter(([, value]) => value.length <= maxFieldLength)
    .slice(0, mostColumns);
  const ext = boundedExt(data.ext);
  const dropped =
    columns.length - custom.length + Object.keys(data.ext).length - Object.keys(ext).length;
  if (dropped === 0) return data;
  note?.(message('problem.event.valuesLeftOut', { count: dropped }));
  return { ...data, custom: Object.fromEntries(custom), ext };
}

/** The first values that fit. */
function boundedExt(ext: Readonly<JsonObject>): JsonObject {
  const kept: JsonObject = {};
  let room = mostKept;
  for (const [name, value] of Object.entries(ext)) {
    const size = name.length + JSON.stringify(value).length;
    if (size > room) continue;
    room -= size;
    kept[name] = value;
  }
  return kept;
}
