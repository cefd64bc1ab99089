import type { DecodeContext } from '../../shared/dialects/dialect.ts';
import type { SourceView } from '../../shared/ipc/views.ts';
import { parseJson } from '../../shared/json/parse-json.ts';
import type { JsonValue } from '../../shared/json/json-value.ts';
import type { Feed } from '../../shared/model/feed.ts';
import type { CallEvent } from '../../shared/model/call-event.ts';
import { fail, ok, problemText, type Result } from '../../shared/result.ts';
import { errorText, type Log } from '../ports/log.ts';
import type { FrameDecoder } from './frame-decoder.ts';
import {
  handled,
  type Frame,
  type Handling,
  type Transport,
  type TransportHandlers,
  type TransportStatus,
} from './transport.ts';

/** Larger than any call event of the five systems by far; a larger frame is skipped, with a reason. */
export const maxFrameBytes = 1024 * 1024;
/** Frames that may wait for a mapping. More come only from a feed that no desk can follow. */
const maxWaiting = 5_000;
/** Events in one message. A feed that sends more at once would stall the desk while a call rings. */
const maxItems = 1_000;
/** Values in one event: the largest of the five systems has some eighty. */
const maxValues = 2_000;
/** Of the last message, which the mapping's editor offers as a sample. */
const keptCharacters = 64 * 1024;

export interface EventSourceDeps {
  readonly id: string;
  readonly name: string;
  readonly decoder: FrameDecoder;
  readonly feed: Feed;
  readonly log: Log;
  readonly createTransport: (handlers: TransportHandlers) => Transport;
  /** Resolves when the event was acted on. */
  readonly onEvent: (event: CallEvent) => Promise<void>;
  readonly onChange: () => void;
}

const allOf = async (promises: readonly Promise<void>[]): Promise<void> => {
  await Promise.all(promises);
};

const countValues = (value: JsonValue): number =>
  typeof value === 'object' && value !== null
    ? Object.values(value).reduce<number>((count, item) => count + countValues(item), 1)
    : 1;

/** A transport with its decoder: frames go in, call events come out in the same order, refused frames are counted. */
export class EventSource {
  private readonly transport: Transport;
  private status: TransportStatus = { phase: 'stopped', problem: '' };
  private received = 0;
  private rejected = 0;
  private lastRejection = '';
  private lastEventAt: number | undefined;
  private lastText: string | undefined;
  private waiting = 0;
  private lastFrame: Promise<void> = Promise.resolve();

  public constructor(private readonly deps: EventSourceDeps) {
    this.transport = deps.createTransport({
      frame: (frame) => this.receive(frame),
      status: (status) => this.handleStatus(status),
    });
  }

  public start(): void {
    this.transport.start();
  }

  public stop(): void {
    this.transport.stop();
    if (this.deps.decoder.kind === 'mapping') this.deps.decoder.stop();
  }

  public probe(): void {
    this.transport.probe();
  }

  public view(): SourceView {
    return {
      id: this.deps.id,
      name: this.deps.name,
      phase: this.status.phase,
      problem: this.status.problem,
      retryAt: this.status.phase === 'waiting' ? this.status.retryAt : undefined,
      lastEventAt: this.lastEventAt,
      received: this.received,
      rejected: this.rejected,
      lastRejection: this.lastRejection,
    };
  }

  /** The last message as it came. */
  public lastMessage(): string | undefined {
    return this.lastText;
  }

  private receive(frame: Frame): Handling {
    this.received += 1;
    if (frame.text !== undefined) this.lastText = frame.text.slice(0, keptCharacters);
    // Nothing that a frame contains may throw into the socket: that would stop its parser for good.
    try {
      const items = this.parse(frame);
      if (items.ok) return this.decodeAll(items.value, frame);
      this.reject(problemText(items.problem), frame.bytes);
    } catch (error) {
      this.reject(`It could not be handled: ${errorText(error)}`, frame.bytes);
    }
    this.deps.onChange();
    return handled;
  }

  /** One result for each event of a batch: a bad one takes no good one with it. */
  private decodeAll(items: readonly JsonValue[], frame: Frame): Handling {
    const { decoder } = this.deps;
    const context = this.contextOf(frame);
    if (decoder.kind === 'dialect') {
      const done = items.map((item) => this.settle(decoder.decode(item, context), frame));
      this.deps.onChange();
      return { taken: Promise.resolve(), done: allOf(done) };
    }
    if (this.waiting >= maxWaiting) {
      this.reject('More messages came than the mapping can handle.', frame.bytes);
      return handled;
    }
    this.waiting += 1;
    const done: Promise<void>[] = [];
    const taken = this.lastFrame.then(async () => {
      try {
        for (const item of items)
          done.push(this.settle(await decoder.decode(item, context), frame));
      } catch (error) {
        this.reject(`It could not be handled: ${errorText(error)}`, frame.bytes);
      }
      this.waiting -= 1;
      this.deps.onChange();
    });
    this.lastFrame = taken;
    return { taken, done: taken.then(() => allOf(done)) };
  }

  private contextOf({ receivedAt, topic }: Frame): DecodeContext {
    return { source: this.deps.id, receivedAt, feed: this.deps.feed, topic };
  }

  private settle(events: Result<CallEvent[]>, { receivedAt, waited, bytes }: Frame): Promise<void> {
    if (!events.ok) {
      this.reject(problemText(events.problem), bytes);
      return Promise.resolve();
    }
    if (events.value.length > 0) this.lastEventAt = receivedAt;
    const marked = events.value.map((event) => (waited === true ? { ...event, waited } : event));
    return allOf(marked.map((event) => this.deps.onEvent(event)));
  }

  private reject(reason: string, bytes: number): void {
    this.rejected += 1;
    this.lastRejection = reason;
    this.deps.log.warn('frame refused', { source: this.deps.id, bytes, reason });
  }

  private parse({ text, bytes }: Frame): Result<readonly JsonValue[]> {
    if (text === undefined) return fail('It is a binary frame: JSON text was expected.');
    if (bytes > maxFrameBytes) {
      return fail(`It has ${bytes} bytes: at most ${maxFrameBytes} are read.`);
    }
    const isMapped = this.deps.decoder.kind === 'mapping';
    // Some PBXs answer in plain words ("heartbeat response"): a mapping gets them as a text.
    if (isMapped && !/^\s*[[{]/.test(text)) return ok([text]);
    const payload = parseJson(text);
    if (!payload.ok) return payload;
    // A mapping gets the message whole: the expression says what a list means.
    const items = isMapped || !Array.isArray(payload.value) ? [payload.value] : payload.value;
    if (items.length > maxItems) {
      return fail(`It has ${items.length} events: at most ${maxItems} are read at once.`);
    }
    if (!isMapped && items.some((item) => countValues(item) > maxValues)) {
      return fail(`An event in it has more than ${maxValues} values: no call has so many.`);
    }
    return ok(items);
  }

  private handleStatus(status: TransportStatus): void {
    this.status = status;
    this.deps.log.info('source status', {
      source: this.deps.id,
      phase: status.phase,
      problem: status.problem,
    });
    this.deps.onChange();
  }
}
