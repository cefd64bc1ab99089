import type { WebSocket } from 'ws';
import type { Desk } from '../store/desk-records.ts';
import { eventId, type EventPosition } from '../store/event-position.ts';
import type { Outgoing } from '../store/records.ts';

/** Events that one look into the database brings. */
const page = 500;
/** Bytes that may wait for a desk that reads slowly. It connects again, and gets the rest from the disk. */
const maxWaiting = 4 * 1024 * 1024;

export type ReadEvents = (position: EventPosition, limit: number) => Promise<Outgoing[]>;

/** An event as a desk gets it. */
export const frameOf = (event: Outgoing): string =>
  `{"id":"${eventId(event)}",${event.body.slice(1)}`;

/** One desk: first what it missed, then what comes, each event once and in order. */
export class DeskConnection {
  private lastSeq = -1;
  /** What came while it caught up; undefined from then on. */
  private held: { event: Outgoing; frame: string }[] | undefined = [];
  private heldLength = 0;

  public constructor(
    public readonly desk: Desk,
    private readonly socket: WebSocket,
  ) {}

  public async catchUp(from: EventPosition, read: ReadEvents): Promise<void> {
    let position = from;
    while (this.socket.readyState === this.socket.OPEN) {
      const events = await read(position, page);
      for (const event of events) this.send(event, frameOf(event));
      const last = events.at(-1);
      if (last === undefined || events.length < page) break;
      position = last;
      await this.drained();
    }
    const { held = [] } = this;
    this.held = undefined;
    for (const { event, frame } of held) this.send(event, frame);
  }

  public deliver(event: Outgoing, frame: string): void {
    if (this.held === undefined) {
      this.send(event, frame);
      return;
    }
    this.held.push({ event, frame });
    this.heldLength += frame.length;
    // One that does not read, yet asks whether we live, would never be done.
    if (this.heldLength > maxWaiting) this.end();
  }

  public close(code: number, reason: string): void {
    this.socket.close(code, reason);
  }

  private send(event: Outgoing, frame: string): void {
    // What was held may have come from the disk too.
    if (event.seq <= this.lastSeq) return;
    this.lastSeq = event.seq;
    if (this.socket.bufferedAmount > maxWaiting) this.end();
    else this.socket.send(frame);
  }

  private end(): void {
    this.held = undefined;
    this.socket.terminate();
  }

  private drained(): Promise<void> {
    return new Promise((resolve) => this.socket.ping(undefined, undefined, () => resolve()));
  }
}
