import { DeliverPolicy, jetstream, type Consumer } from '@nats-io/jetstream';
import { limits } from '../../../shared/limits.ts';
import { requestTimeout, type StreamReading } from './nats-reading.ts';

/** Reads a stream through a consumer of this desk, until the connection ends. */
export async function readByConsumer(reading: StreamReading): Promise<void> {
  const { connection, last, isCatchingUp, take, remember } = reading;
  const consumer = await consumerFor(reading);
  const messages = await consumer.consume({ max_messages: limits.busAheadEvents });
  void connection.closed().then(() => messages.stop());
  reading.onConnected();
  for await (const { subject, data, seq } of messages) {
    const catchesUp = isCatchingUp();
    const { taken, done } = take({ subject, data, waited: seq <= last || catchesUp });
    void done.then(() => remember(seq));
    await taken;
  }
}

const consumerFor = ({ connection, stream, subjects, from }: StreamReading): Promise<Consumer> =>
  jetstream(connection, { timeout: requestTimeout }).consumers.get(stream, {
    // Servers before 2.10 filter by one subject only; a list of one is sent as one.
    filter_subjects: oneOrList(subjects),
    deliver_policy: DeliverPolicy.StartSequence,
    opt_start_seq: from,
  });

const oneOrList = (subjects: readonly string[]): string | string[] =>
  subjects.length === 1 ? (subjects[0] ?? '') : [...subjects];
