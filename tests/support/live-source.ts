import { EventSource } from '../../electron/features/sources/event-source.ts';
import { frameDecoder } from '../../shared/mappings/frame-decoder.ts';
import { evaluateMapping } from '../../shared/mappings/evaluate-mapping.ts';
import type { TransportHandlers } from '../../electron/features/sources/transport.ts';
import type { CallEvent } from '../../shared/model/call-event.ts';
import type { DialectName, Feed } from '../../shared/model/feed.ts';
import { english } from '../../shared/text/english.ts';

/**
 * A source as it runs, whose messages a test hands in: framing, decoding and mapping are those of a live one.
 *
 * @param dialect with `mapping`, the feed has the expression
 */
export function liveSource(dialect: DialectName, feed: Feed = {}) {
  let handlers: TransportHandlers | undefined;
  let events: CallEvent[] = [];
  const notes: string[] = [];
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const source = new EventSource({
    id: 'pbx',
    name: 'PBX',
    decoder: frameDecoder({ dialect, feed }, () => ({
      prepare: () => undefined,
      evaluate: evaluateMapping,
      stop: () => undefined,
    })),
    feed,
    log,
    createTransport(given) {
      handlers = given;
      return { start: () => undefined, stop: () => undefined, probe: () => undefined };
    },
    onEvent: (event) => void events.push(event),
    onHandled: () => undefined,
    onNote: (said) => notes.push(english(said)),
    onChange: () => undefined,
  });
  return {
    notes,
    /** Why the last message that was refused was; empty where none was. */
    refused: (): string => {
      const { lastRejection } = source.view();
      return lastRejection === null ? '' : english(lastRejection);
    },
    /** The events of one message as it is on the wire. @param receivedAt milliseconds since 1970 */
    async read(text: string, receivedAt: number, topic?: string): Promise<CallEvent[]> {
      events = [];
      const bytes = Buffer.byteLength(text);
      await handlers?.frame({ text, bytes, receivedAt, ...(topic !== undefined && { topic }) })
        .done;
      return events;
    },
  };
}
