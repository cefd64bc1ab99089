import type { Msg, NatsConnection } from '@nats-io/nats-core';
import { replaySubject, sequenceHeader } from '../../../shared/frames/nats-replay.ts';
import { limits } from '../../../shared/limits.ts';

/** Milliseconds for an answer to be complete. */
const answersWithin = 10_000;
/** Gateways come back within a second of their server; after this many questions a desk helps itself. */
const maxTries = 5;
const againAfter = 1_000;
const againSpread = 2_000;

interface Deps {
  readonly connection: NatsConnection;
  readonly random: () => number;
  readonly wait: (ms: number) => Promise<void>;
}

export interface Missed {
  readonly subject: string;
  /** The sequence after which something was missed, and the last that was. */
  readonly after: number;
  readonly until: number;
}

export interface Replayed {
  readonly seq: number;
  readonly data: Uint8Array;
}

interface Answer {
  readonly messages: readonly Replayed[];
  /** How far the gateway has read. */
  readonly reached: number;
}

/** No gateway answers. */
export class NoReplay extends Error {}

/** What was missed, in order, from any gateway. @throws NoReplay */
export async function* replay(missed: Missed, deps: Deps): AsyncGenerator<Replayed, void> {
  const { until } = missed;
  let { after } = missed;
  while (after < until) {
    const answer = await answerOf({ ...missed, after }, deps);
    yield* answer.messages;
    after = answer.reached;
  }
}

async function answerOf(missed: Missed, { connection, random, wait }: Deps): Promise<Answer> {
  for (let tries = 0; tries < maxTries && !connection.isClosed(); tries += 1) {
    if (tries > 0) await wait(againAfter + random() * againSpread);
    const answer = await ask(missed, connection).catch(() => undefined);
    if (answer !== undefined) return answer;
  }
  throw new NoReplay('no gateway answers for missed messages');
}

/** Undefined where the answer has no end, says nothing new or is not one of ours: what it says becomes the desk's place. */
async function ask(
  { subject, after, until }: Missed,
  connection: NatsConnection,
): Promise<Answer | undefined> {
  const parts = await connection.requestMany(
    replaySubject(subject),
    JSON.stringify({ after, until }),
    { strategy: 'sentinel', maxWait: answersWithin },
  );
  const messages: Replayed[] = [];
  let reached = after;
  let bytes = 0;
  for await (const part of parts) {
    const seq = sequenceOf(part);
    const isLast = part.data.byteLength === 0;
    bytes += part.data.byteLength;
    const isInOrder = isLast ? seq >= reached && seq > after : seq > reached;
    if (!isInOrder || seq > until || bytes > limits.unreadBytes) return undefined;
    if (isLast) return { messages, reached: seq };
    reached = seq;
    messages.push({ seq, data: part.data });
  }
  return undefined;
}

/** What the server wrote last: a message that was stored as it came from another place carries the headers of that, too. */
export const headerOf = (message: Msg, header: string): string =>
  message.headers?.values(header).at(-1) ?? '';

/** 0 where there is none, which is before every message. */
export function sequenceOf(message: Msg, header = sequenceHeader): number {
  const text = headerOf(message, header);
  return /^\d{1,15}$/.test(text) ? Number(text) : 0;
}
