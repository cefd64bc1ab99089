import { DeliverPolicy, jetstream, type Consumer, type JsMsg } from '@nats-io/jetstream';
import { limits } from '../../../shared/limits.ts';
import { requestTimeout, type StreamReading } from './nats-reading.ts';

/** Milliseconds in which a message that is there comes. */
const comesWithin = 5_000;

type Wanted = Pick<StreamReading, 'connection' | 'stream' | 'subjects' | 'from'>;

/** Reads a stream through a consumer of this desk, until the connection ends. */
export async function readByConsumer(reading: StreamReading): Promise<void> {
  const { connection, last, isCatchingUp, take, remember } = reading;
  const consumer = await consumerFor(reading);
  const messages = await consumer.consume({ max_bytes: limits.busAheadBytes });
  void connection.closed().then(() => messages.stop());
  reading.onConnected();
  for await (const { subject, data, seq } of messages) {
    const catchesUp = isCatchingUp();
    const { taken, done } = take({ subject, data, waited: seq <= last || catchesUp });
    void done.then(() => remember(seq));
    await taken;
  }
}

/** Reads what a stream holds by now, through a consumer that lives as long. @throws where it was not read to its end */
export async function replay(
  wanted: Wanted,
  take: (message: JsMsg) => Promise<void>,
): Promise<void> {
  const consumer = await consumerFor(wanted);
  try {
    for (;;) {
      const batch = await consumer.fetch({ max_bytes: limits.busAheadBytes, expires: comesWithin });
      let last: JsMsg | undefined;
      for await (const message of batch) {
        await take(message);
        last = message;
        if (message.info.pending === 0) break;
      }
      // A connection that ends, ends the batch without a word: what follows it must not count as read.
      if (last === undefined) throw new Error('timeout: the stream was not read to its end');
      if (last.info.pending === 0) return;
    }
  } finally {
    await consumer.delete().catch(() => undefined);
  }
}

const consumerFor = ({ connection, stream, subjects, from }: Wanted): Promise<Consumer> =>
  jetstream(connection, { timeout: requestTimeout }).consumers.get(stream, {
    // Servers before 2.10 filter by one subject only; a list of one is sent as one.
    filter_subjects: oneOrList(subjects),
    deliver_policy: DeliverPolicy.StartSequence,
    opt_start_seq: from,
  });

const oneOrList = (subjects: readonly string[]): string | string[] =>
  subjects.length === 1 ? (subjects[0] ?? '') : [...subjects];
