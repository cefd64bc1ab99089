import type { JsonValue } from '../json/json-value.ts';
import type { CallEvent } from '../model/call-event.ts';
import type { CallFieldName } from '../model/call-fields.ts';
import type { Feed } from '../model/feed.ts';
import type { Result } from '../result.ts';
import type { Message } from '../text/message.ts';
import type { SystemTrigger } from './system-trigger.ts';

/** What a dialect needs to know besides the payload. */
export interface DecodeContext {
  /** Id of the source definition. */
  readonly source: string;
  /** Milliseconds since 1970, by our clock. */
  readonly receivedAt: number;
  /** What the source's settings say of its feed. */
  readonly feed: Feed;
  /** Subject or topic the frame came on, where the transport has such. */
  readonly topic?: string | undefined;
  /** Told what an administrator should know of a payload that is read nevertheless. */
  readonly note?: ((said: Message) => void) | undefined;
}

/** One value of a provider's payload, for decoding and for the editors' lists. */
export interface DialectField {
  /** As the provider writes it: `$call_id`, `%ani%`, `Caller ID`. */
  readonly name: string;
  /** Where it lands; undefined: kept under `ext`. */
  readonly to?: CallFieldName | undefined;
  /** In English; where it is missing, the meaning of the call field. */
  readonly meaning?: string;
  /** What lists to choose from call it, where it is no call field. */
  readonly label?: Message;
  readonly example?: string | undefined;
  /** Groups for long lists: AutoID's categories. */
  readonly category?: string | undefined;
}

/**
 * One provider's payload vocabulary.
 *
 * Adding one: write `NAME.ts` beside this with its fields and its decode, add it to `dialects.ts` and its
 * name to `dialectNames` in `shared/model/feed.ts`, then run `npm run docs`.
 */
export interface Dialect {
  readonly name: string;
  readonly label: string;
  /** The provider's own events, for which rules can wait; empty where its vocabulary is free. */
  readonly events: readonly SystemTrigger[];
  readonly fields: readonly DialectField[];
  /** A payload to events. Several where it is a batch, none where it says nothing about calls. */
  readonly decode: (payload: JsonValue, context: DecodeContext) => Result<CallEvent[]>;
}
