import type { DecodeContext } from '../../../shared/dialects/dialect.ts';
import type { SourceView } from '../../../shared/contract/source-views.ts';
import type { JsonValue } from '../../../shared/json/json-value.ts';
import type { Feed } from '../../../shared/model/feed.ts';
import type { CallEvent } from '../../../shared/model/call-event.ts';
import { type Result, located } from '../../../shared/result.ts';
import { limits } from '../../../shared/limits.ts';
import { readFrame } from '../../../shared/frames/read-frame.ts';
import { errorText, type Log } from '../../platform/logging/log.ts';
import type { FrameDecoder } from '../../../shared/mappings/frame-decoder.ts';
import {
  handled,
  type Frame,
  type Handling,
  type Transport,
  type TransportHandlers,
  type TransportStatus,
} from './transport.ts';
import { message, type Message } from '../../../shared/text/message.ts';
import { english } from '../../../shared/text/english.ts';

/** Frames that may wait for a mapping. More come only where the protocol cannot be told to wait. */
const maxWaiting = 5_000;
/** Of the last message, which the mapping's editor offers as a sample. */
const keptCharacters = 64 * 1024;

export interface EventSourceDeps {
  readonly id: string;
  readonly name: string;
  /** True where the phone system calls this computer. */
  readonly isCalled?: boolean | undefined;
  readonly decoder: FrameDecoder;
  readonly feed: Feed;
  readonly log: Log;
  readonly createTransport: (handlers: TransportHandlers) => Transport;
  /** A promise resolves when the event was acted on. */
  readonly onEvent: (event: CallEvent) => void | Promise<void>;
  /** Everything up to and with this event was acted on. */
  readonly onHandled: (eventId: string) => void;
  /** What an administrator should know of events that are read nevertheless. */
  readonly onNote?: (said: Message) => void;
  readonly onChange: () => void;
}

const allOf = async (promises: readonly Promise<void>[]): Promise<void> => {
  await Promise.all(promises);
};

/** A transport with its decoder: frames go in, call events come out in the same order, refused frames are counted. */
export class EventSource {
  private readonly transport: Transport;
  private status: TransportStatus = { phase: 'stopped', problem: null };
  private received = 0;
  private rejected = 0;
  private lastRejection: Message | null = null;
  private lastEventAt: number | undefined;
  private lastText: string | undefined;
  private waiting = 0;
  private waitingBytes = 0;
  private lastTaken: Promise<void> = Promise.resolve();
  private lastDone: Promise<void> = Promise.resolve();

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
      isCalled: this.deps.isCalled,
      problem: this.status.problem,
      place: this.status.phase === 'waiting' ? undefined : this.status.place,
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

  /**
   * Done in the order they came: a call that rings now must not move the position past a backlog that is
   * still held back. Killed then, this desk would never be sent the backlog again.
   */
  private receive(frame: Frame): Handling {
    const eventIds: string[] = [];
    const { taken, done: acted } = this.handle(frame, eventIds);
    const done = allOf([this.lastDone, acted]).then(() => {
      const last = eventIds.at(-1);
      if (last !== undefined) this.deps.onHandled(last);
    });
    this.lastDone = done;
    return { taken, done };
  }

  /** @param eventIds gets the ids of the events in the frame */
  private handle(frame: Frame, eventIds: string[]): Handling {
    this.received += 1;
    if (frame.text !== undefined) this.lastText = frame.text.slice(0, keptCharacters);
    // Nothing that a frame contains may throw into the socket: that would stop its parser for good.
    try {
      const { feed, decoder, onNote } = this.deps;
      const isMapped = decoder.kind === 'mapping';
      const read = readFrame(frame, { framing: frame.framing ?? feed.framing, isMapped });
      if (read.ok) {
        const { items, problems, notes } = read.value;
        for (const problem of problems) this.reject(problem, frame.bytes);
        for (const note of notes) onNote?.(note);
        return this.decodeAll(items, frame, eventIds);
      }
      this.reject(located(read.problem), frame.bytes);
    } catch (error) {
      this.reject(message('problem.event.failed', { reason: errorText(error) }), frame.bytes);
    }
    this.deps.onChange();
    return handled;
  }

  /** One result for each event of a batch: a bad one takes no good one with it. */
  private decodeAll(items: readonly JsonValue[], frame: Frame, eventIds: string[]): Handling {
    const { decoder } = this.deps;
    const context = this.contextOf(frame);
    if (decoder.kind === 'dialect') {
      const done = items.map((item) => this.settle(decoder.decode(item, context), frame, eventIds));
      this.deps.onChange();
      return { taken: Promise.resolve(), done: allOf(done) };
    }
    if (this.waiting >= maxWaiting || this.waitingBytes >= limits.mappingQueueBytes) {
      this.reject(message('problem.mapping.overloaded'), frame.bytes);
      return handled;
    }
    this.waiting += 1;
    this.waitingBytes += frame.bytes;
    const done: Promise<void>[] = [];
    const taken = this.lastTaken.then(async () => {
      try {
        for (const item of items)
          done.push(this.settle(await decoder.decode(item, context), frame, eventIds));
      } catch (error) {
        this.reject(message('problem.event.failed', { reason: errorText(error) }), frame.bytes);
      }
      this.waiting -= 1;
      this.waitingBytes -= frame.bytes;
      this.deps.onChange();
    });
    this.lastTaken = taken;
    return { taken, done: taken.then(() => allOf(done)) };
  }

  private contextOf({ receivedAt, topic }: Frame): DecodeContext {
    const { id, feed, onNote } = this.deps;
    return { source: id, receivedAt, feed, topic, note: onNote };
  }

  private settle(
    events: Result<CallEvent[]>,
    { receivedAt, waited, bytes }: Frame,
    eventIds: string[],
  ): Promise<void> {
    if (!events.ok) {
      this.reject(located(events.problem), bytes);
      return Promise.resolve();
    }
    if (events.value.length > 0) this.lastEventAt = receivedAt;
    const marked = events.value.map((event) => (waited === true ? { ...event, waited } : event));
    eventIds.push(...marked.map(({ id }) => id));
    return allOf(marked.map((event) => this.act(event, bytes)));
  }

  /** Never rejects: an event that cannot be acted on must not come again for ever. */
  private async act(event: CallEvent, bytes: number): Promise<void> {
    try {
      await this.deps.onEvent(event);
    } catch (error) {
      this.reject(message('problem.event.failed', { reason: errorText(error) }), bytes);
    }
  }

  private reject(reason: Message, bytes: number): void {
    this.rejected += 1;
    this.lastRejection = reason;
    this.deps.log.warn('frame refused', { source: this.deps.id, bytes, reason: english(reason) });
  }

  private handleStatus(status: TransportStatus): void {
    this.status = status;
    this.deps.log.info('source status', {
      source: this.deps.id,
      phase: status.phase,
      problem: status.problem === null ? '' : english(status.problem),
    });
    this.deps.onChange();
  }
}
