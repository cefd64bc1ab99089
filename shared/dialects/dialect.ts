import type { JsonValue } from '../json/json-value.ts';
import type { CallEvent } from '../model/call-event.ts';
import type { Result } from '../result.ts';

/** What a dialect needs to know besides the payload. */
export interface DecodeContext {
  /** Id of the source definition. */
  readonly source: string;
  /** Milliseconds since 1970, by our clock. */
  readonly receivedAt: number;
}

/** One provider's payload vocabulary. A new one: write a file beside this, add it to `dialects.ts`. */
export interface Dialect {
  readonly name: string;
  /** A payload to events. Several where it is a batch, none where it says nothing about calls. */
  readonly decode: (payload: JsonValue, context: DecodeContext) => Result<CallEvent[]>;
}
