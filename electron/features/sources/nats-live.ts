import { jetstreamManager, type DirectStreamAPI, type StoredMsg } from '@nats-io/jetstream';
import type { Msg, Subscription } from '@nats-io/nats-core';
import { limits } from '../../../shared/limits.ts';
import { replay } from './nats-consumer.ts';
import { NatsPlace, type PlaceDeps } from './nats-place.ts';
import { keyOf, requestTimeout, type Heard, type StreamReading } from './nats-reading.ts';

/** The sequence of the message before on the same subject, which the publisher lets the server check. */
const previousHeader = 'Nats-Expected-Last-Subject-Sequence';

/** A subject that names one place: only of such can the last message be asked for. */
export const isPlain = (subject: string): boolean => !/[*>]/.test(subject);

/**
 * Hears a stream as it is published, without a consumer at the server: of thousands of desks that come back at once each costs
 * it a subscription only. One missed message is asked for, several come through a short-lived consumer.
 */
export class NatsLive {
  private waiting: Msg[] = [];
  private waitingBytes = 0;
  private wake: () => void = () => undefined;
  private fail: (error: unknown) => void = () => undefined;
  /** What came from the stream, and may be among what waits. */
  private caughtUp: string[] = [];

  public constructor(
    private readonly reading: StreamReading,
    private readonly deps: PlaceDeps,
  ) {}

  /** Resolves when the connection has ended. */
  public async run(): Promise<void> {
    const { connection, subjects, onConnected } = this.reading;
    const failed = new Promise<never>((_resolve, reject) => (this.fail = reject));
    failed.catch(() => undefined);
    const subscriptions = subjects.map((subject) => this.subscribe(subject));
    // The server has them before it is asked what was missed.
    await connection.flush();
    const { direct } = await jetstreamManager(connection, { timeout: requestTimeout });
    const place: NatsPlace = new NatsPlace(this.reading, direct, this.deps, () =>
      this.replay(place),
    );
    try {
      onConnected();
      const working = this.work(direct, place);
      await Promise.race([working, failed, connection.closed()]);
    } finally {
      place.stop();
      for (const subscription of subscriptions) subscription.unsubscribe();
    }
  }

  private subscribe(subject: string): Subscription {
    return this.reading.connection.subscribe(subject, {
      callback: (error, message) => {
        if (error === null) this.hear(message);
        else this.fail(error);
      },
    });
  }

  private hear(message: Msg): void {
    this.waiting.push(message);
    this.waitingBytes += message.data.byteLength;
    // A new connection gets from the stream what this one could not take.
    if (this.waitingBytes > limits.unreadBytes) this.fail(new Error('too many unread messages'));
    this.wake();
  }

  private async work(direct: DirectStreamAPI, place: NatsPlace): Promise<void> {
    await this.catchUp(direct, place);
    this.dropCaughtUp();
    place.reached(this.reading.last);
    while (!this.reading.connection.isClosed()) {
      const message = this.waiting.shift();
      if (message === undefined) await new Promise<void>((resolve) => (this.wake = resolve));
      else await this.take(message, place);
    }
  }

  private async take(message: Msg, place: NatsPlace): Promise<void> {
    const { subject, data } = message;
    this.waitingBytes -= data.byteLength;
    const { taken, done } = this.reading.take({ subject, data, waited: false });
    place.heard(message, done);
    await taken;
  }

  private async catchUp(direct: DirectStreamAPI, place: NatsPlace): Promise<void> {
    const { stream, subjects, from } = this.reading;
    const missed: StoredMsg[] = [];
    for (const subject of subjects) {
      const last = await direct.getMessage(stream, { last_by_subj: subject });
      if (last === null || last.seq < from) continue;
      const header = last.header.get(previousHeader);
      const isOnly = header !== '' && Number(header) < from;
      if (!isOnly) return this.replay(place);
      missed.push(last);
    }
    missed.sort((a, b) => a.seq - b.seq);
    for (const message of missed) await this.takeStored(message, place);
  }

  /** All that the stream holds from the place on. */
  private async replay(place: NatsPlace): Promise<void> {
    const wanted = { ...this.reading, from: place.next() };
    await replay(wanted, (message) => this.takeStored(message, place));
    this.dropCaughtUp();
  }

  /** Each that was read is dropped once: the same text that is published later is another message. */
  private dropCaughtUp(): void {
    this.waiting = this.waiting.filter((message) => {
      const place = this.caughtUp.indexOf(keyOf(message));
      if (place === -1) return true;
      this.caughtUp.splice(place, 1);
      this.waitingBytes -= message.data.byteLength;
      return false;
    });
    this.caughtUp = [];
  }

  private async takeStored(
    message: Heard & { readonly seq: number },
    place: NatsPlace,
  ): Promise<void> {
    const { subject, data, seq } = message;
    this.caughtUp.push(keyOf(message));
    const { taken, done } = this.reading.take({ subject, data, waited: true });
    place.read(seq, done);
    await taken;
  }
}
