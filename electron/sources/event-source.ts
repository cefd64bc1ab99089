import type { Dialect } from '../../shared/dialects/dialect.ts';
import type { SourceView } from '../../shared/ipc/views.ts';
import { parseJson } from '../../shared/json/parse-json.ts';
import type { Feed } from '../../shared/model/feed.ts';
import type { CallEvent } from '../../shared/model/call-event.ts';
import { fail, problemText, type Result } from '../../shared/result.ts';
import { errorText, type Log } from '../ports/log.ts';
import type { Frame, Transport, TransportHandlers, TransportStatus } from './transport.ts';

/** Larger than any call event of the five systems by far; a larger frame is skipped, with a reason. */
export const maxFrameBytes = 1024 * 1024;

export interface EventSourceDeps {
  readonly id: string;
  readonly name: string;
  readonly dialect: Dialect;
  readonly feed: Feed;
  readonly log: Log;
  readonly createTransport: (handlers: TransportHandlers) => Transport;
  readonly onEvent: (event: CallEvent) => void;
  readonly onChange: () => void;
}

/** A transport with its dialect: frames go in, call events come out, refused frames are counted. */
export class EventSource {
  private readonly transport: Transport;
  private status: TransportStatus = { phase: 'stopped', problem: '' };
  private received = 0;
  private rejected = 0;
  private lastRejection = '';
  private lastEventAt: number | undefined;

  public constructor(private readonly deps: EventSourceDeps) {
    this.transport = deps.createTransport({
      frame: (frame) => this.handleFrame(frame),
      status: (status) => this.handleStatus(status),
    });
  }

  public start(): void {
    this.transport.start();
  }

  public stop(): void {
    this.transport.stop();
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

  private handleFrame(frame: Frame): void {
    this.received += 1;
    // Nothing that a frame contains may throw into the socket: that would stop its parser for good.
    try {
      for (const events of this.decode(frame)) {
        if (events.ok) this.handOn(events.value, frame);
        else this.reject(problemText(events.problem), frame.bytes);
      }
    } catch (error) {
      this.reject(`It could not be handled: ${errorText(error)}`, frame.bytes);
    }
    this.deps.onChange();
  }

  private handOn(events: readonly CallEvent[], { receivedAt, waited }: Frame): void {
    if (events.length > 0) this.lastEventAt = receivedAt;
    for (const event of events) this.deps.onEvent(waited === true ? { ...event, waited } : event);
  }

  private reject(reason: string, bytes: number): void {
    this.rejected += 1;
    this.lastRejection = reason;
    this.deps.log.warn('frame refused', { source: this.deps.id, bytes, reason });
  }

  /** One result for each event of a batch: a bad one takes no good one with it. */
  private decode({ text, bytes, receivedAt, topic }: Frame): Result<CallEvent[]>[] {
    if (text === undefined) return [fail('It is a binary frame: JSON text was expected.')];
    if (bytes > maxFrameBytes) {
      return [fail(`It has ${bytes} bytes: at most ${maxFrameBytes} are read.`)];
    }
    const payload = parseJson(text);
    if (!payload.ok) return [payload];
    const { id: source, feed, dialect } = this.deps;
    const items = Array.isArray(payload.value) ? payload.value : [payload.value];
    return items.map((item) => dialect.decode(item, { source, receivedAt, feed, topic }));
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
