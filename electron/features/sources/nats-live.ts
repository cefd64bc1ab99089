import {
  jetstreamManager,
  type DirectStreamAPI,
  type StoredMsg,
  type StreamConfig,
} from '@nats-io/jetstream';
import type { Msg, Subscription } from '@nats-io/nats-core';
import {
  lastSequenceHeader,
  liveSubject,
  subjectHeader,
} from '../../../shared/frames/nats-replay.ts';
import { limits } from '../../../shared/limits.ts';
import type { Clock } from '../../platform/clock.ts';
import type { StreamPlaces } from './nats-places.ts';
import { requestTimeout, type StreamReading } from './nats-reading.ts';
import { headerOf, replay, sequenceOf } from './nats-replay.ts';

/** The sequence of the message before on the same subject, where the publisher had the server check it. */
const previousHeader = 'Nats-Expected-Last-Subject-Sequence';
/** Milliseconds between looks for what a server of a cluster lost, spread so that thousands do not look at once. */
const lookEvery = 30_000;
const lookSpread = 30_000;
/** Bytes that a message costs beside its data: without them empty ones would come without end. */
const messageCost = 256;

interface Deps {
  readonly clock: Clock;
  readonly random: () => number;
  /** How far messages were taken, and how far they were acted on. */
  readonly taken: StreamPlaces;
  readonly done: StreamPlaces;
  /** Keeps how far they were acted on. */
  readonly remember: () => void;
}

/** Whether a stream publishes again what it stores, and each subject names one place whose last message can be asked for. */
export const isHeardLive = (
  { allow_direct, republish }: StreamConfig,
  subjects: readonly string[],
): boolean =>
  allow_direct &&
  republish?.src !== undefined &&
  republish.dest === liveSubject(republish.src) &&
  republish.headers_only !== true &&
  subjects.every((subject) => !/[*>]/.test(subject) && covers(republish.src, subject));

/** `calls.>` covers all below `calls`; without a wildcard a pattern covers itself. */
const covers = (pattern: string, subject: string): boolean =>
  pattern.endsWith('>') ? subject.startsWith(pattern.slice(0, -1)) : pattern === subject;

interface Heard {
  readonly subject: string;
  readonly seq: number;
  /** The sequence before on its subject. */
  readonly last: number;
  readonly data: Uint8Array;
}

/**
 * Hears a stream as it is published, without a consumer at the server: of thousands of desks that come back at once each costs
 * it a subscription and one question. The stream publishes each message again with its own number and the one before on its subject,
 * so a gap shows, and a gateway repeats what was in it.
 */
export class NatsLive {
  private readonly waiting: Heard[] = [];
  private waitingBytes = 0;
  private wake: () => void = () => undefined;
  private fail: (error: unknown) => void = () => undefined;
  private hasLooked = false;
  private isLookDue = true;
  private isOver = false;
  private cancelLook: (() => void) | undefined;
  /** How far messages had been taken at the look before: a replica may answer that is a little behind. */
  private takenBefore: number;
  private lastDone: Promise<void> = Promise.resolve();

  public constructor(
    private readonly reading: StreamReading,
    private readonly deps: Deps,
  ) {
    this.takenBefore = deps.taken.lowest();
  }

  /** Resolves when the connection has ended. */
  public async run(): Promise<void> {
    const { connection, subjects, onConnected } = this.reading;
    const failed = new Promise<never>((_resolve, reject) => (this.fail = reject));
    failed.catch(() => undefined);
    const subscriptions = subjects.map((subject) => this.subscribe(subject));
    try {
      // The server has them before it is asked what was missed: nothing falls in between.
      await Promise.race([connection.flush(), failed]);
      const { direct } = await jetstreamManager(connection, { timeout: requestTimeout });
      onConnected();
      const working = this.work(direct);
      await Promise.race([working, failed, connection.closed()]);
    } finally {
      // A consumer may take its place on the same connection.
      this.isOver = true;
      this.wake();
      this.cancelLook?.();
      for (const subscription of subscriptions) subscription.unsubscribe();
    }
  }

  private subscribe(subject: string): Subscription {
    return this.reading.connection.subscribe(liveSubject(subject), {
      callback: (error, message) => {
        if (error === null) this.hear(subject, message);
        else this.fail(error);
      },
    });
  }

  private hear(subject: string, message: Msg): void {
    const { data } = message;
    // NATS lets any agent have the answer to a question sent here: it is of another subject, and its number would hide our events.
    if (headerOf(message, subjectHeader) !== subject) return;
    const [seq, last] = [sequenceOf(message), sequenceOf(message, lastSequenceHeader)];
    this.waiting.push({ subject, seq, last, data });
    this.waitingBytes += data.byteLength + messageCost;
    // A new connection gets from the stream what this one could not take.
    if (this.waitingBytes > limits.unreadBytes) this.fail(new Error('too many unread messages'));
    this.wake();
  }

  private async work(direct: DirectStreamAPI): Promise<void> {
    while (!this.isOver && !this.reading.connection.isClosed()) {
      const heard = this.hasLooked ? this.waiting.shift() : undefined;
      if (heard !== undefined) await this.take(heard);
      else if (this.isLookDue) await this.look(direct);
      else await new Promise<void>((resolve) => (this.wake = resolve));
    }
  }

  private async take(heard: Heard): Promise<void> {
    const { subject, seq, last, data } = heard;
    const { taken } = this.deps;
    this.waitingBytes -= data.byteLength + messageCost;
    if (seq <= taken.of(subject)) return;
    if (last > taken.of(subject)) await this.replay(subject, last);
    await this.handOn({ subject, seq, data, waited: false });
  }

  /** Asks for the last message of each subject. */
  private async look(direct: DirectStreamAPI): Promise<void> {
    const { taken } = this.deps;
    const takenNow = taken.highest();
    for (const subject of this.reading.subjects) {
      const last = await direct.getMessage(this.reading.stream, { last_by_subj: subject });
      if (last !== null && last.seq > taken.of(subject)) await this.fill(subject, last);
    }
    this.reachAll(this.takenBefore);
    this.takenBefore = takenNow;
    this.isLookDue = false;
    this.hasLooked = true;
    if (this.isOver) return;
    this.cancelLook = this.deps.clock.after(lookEvery + this.deps.random() * lookSpread, () => {
      this.isLookDue = true;
      this.wake();
    });
  }

  private async fill(subject: string, last: StoredMsg): Promise<void> {
    const { seq, data, header } = last;
    const previous = header.get(previousHeader);
    const isOnly = previous !== '' && Number(previous) <= this.deps.taken.of(subject);
    if (isOnly) await this.handOn({ subject, seq, data, waited: true });
    else await this.replay(subject, seq);
  }

  private async replay(subject: string, until: number): Promise<void> {
    const { clock, random, taken } = this.deps;
    const { connection } = this.reading;
    const wait = (ms: number): Promise<void> =>
      new Promise((resolve) => void clock.after(ms, resolve));
    const missed = { subject, after: taken.of(subject), until };
    for await (const { seq, data } of replay(missed, { connection, random, wait })) {
      await this.handOn({ subject, seq, data, waited: true });
    }
    taken.reach(subject, until);
  }

  private async handOn(message: Omit<Heard, 'last'> & { readonly waited: boolean }): Promise<void> {
    const { subject, seq, data, waited } = message;
    const { taken, done } = this.deps;
    taken.reach(subject, seq);
    const handling = this.reading.take({ subject, data, waited });
    this.lastDone = handling.done;
    void handling.done.then(() => {
      done.reach(subject, seq);
      this.deps.remember();
    });
    await handling.taken;
  }

  private reachAll(sequence: number): void {
    const { taken, done } = this.deps;
    taken.reachAll(sequence);
    void this.lastDone.then(() => {
      done.reachAll(sequence);
      this.deps.remember();
    });
  }
}
