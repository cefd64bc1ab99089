import { ownValue } from '../json/own-value.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../json/json-value.ts';
import { callFieldCatalogue, callFieldNames, type CallFieldName } from './call-fields.ts';

/** Under `ext`: a number's spelling as it came, by the number as the call has it. */
const key = 'receivedAs';

/** Remembers how the phone system wrote a number that was made another; other values need no memory. */
export class ReceivedNumbers {
  private readonly spellings: Record<string, string> = {};

  public note(name: CallFieldName, raw: string, value: string): void {
    // A withheld number leaves an empty value, which has no other spelling.
    if (raw === value || value === '' || callFieldCatalogue[name].type !== 'phone') return;
    this.spellings[value] ??= raw;
  }

  /** What belongs into `ext`: nothing where every number came as it is. */
  public ext(): JsonObject {
    return Object.keys(this.spellings).length === 0 ? {} : { [key]: this.spellings };
  }
}

type Fields = Readonly<Partial<Record<CallFieldName, string>>>;

/** The same for all fields at once. @param raw as they came @param fields as the call has them */
export function receivedExt(raw: Fields, fields: Fields): JsonObject {
  const received = new ReceivedNumbers();
  for (const name of callFieldNames) {
    const [came, value] = [raw[name], fields[name]];
    if (came !== undefined && value !== undefined) received.note(name, came, value);
  }
  return received.ext();
}

/** A number as the phone system wrote it; the value itself where it came so. */
export function asReceived(ext: Readonly<JsonObject>, value: string): string {
  const spelling = ownValue(spellingsIn(ext), value);
  return typeof spelling === 'string' ? spelling : value;
}

/** The rest of a call's data after one more event: spellings join, all else is the later event's. */
export function joinExt(earlier: Readonly<JsonObject>, later: Readonly<JsonObject>): JsonObject {
  const joined = { ...earlier, ...later };
  const spellings = { ...spellingsIn(earlier), ...spellingsIn(later) };
  return Object.keys(spellings).length === 0 ? joined : { ...joined, [key]: spellings };
}

function spellingsIn(ext: Readonly<JsonObject>): Readonly<Record<string, JsonValue>> {
  const kept = ownValue(ext, key);
  return isJsonObject(kept) ? kept : {};
}
