import type { JetStreamManager, StoredMsg } from '@nats-io/jetstream';
import { headers, type Msg, type NatsConnection } from '@nats-io/transport-node';
import {
  replayRequestSchema,
  replaySubject,
  sequenceHeader,
} from '../../shared/frames/nats-replay.ts';
import { parseAs } from '../../shared/json/parse-as.ts';

/** Of one answer. A desk asks again for what is behind it. */
const maxMessages = 200;
const maxBytes = 512 * 1024;
/** Desks that are answered at once: thousands may come back together, and callers wait beside them. */
const atOnce = 16;
/** Questions that wait. A desk asks again, and reads through a consumer where no gateway answers. */
const maxWaiting = 20_000;
/** Bytes of a question: two numbers. */
const maxQuestion = 200;

interface Stream {
  readonly stream: string;
  readonly subject: string;
}

/** Repeats to desks what they missed. Any gateway can: they keep nothing themselves. */
export function answerReplays(
  connection: NatsConnection,
  manager: JetStreamManager,
  { stream, subject }: Stream,
  onProblem: (problem: string) => void,
): void {
  const prefix = replaySubject('');
  const waiting: Msg[] = [];
  let working = 0;
  const work = async (): Promise<void> => {
    for (let message = waiting.shift(); message !== undefined; message = waiting.shift()) {
      const of = message.subject.slice(prefix.length);
      await answer(message, (seq) =>
        manager.direct.getMessage(stream, { seq, next_by_subj: of }),
      ).catch((error: unknown) => onProblem(String(error)));
    }
    working -= 1;
  };
  connection.subscribe(replaySubject(`${subject}.>`), {
    queue: 'ringcue-gateway',
    callback(error, message) {
      if (error !== null) onProblem(String(error));
      if (error !== null || !isQuestion(message) || waiting.length >= maxWaiting) return;
      waiting.push(message);
      if (working === atOnce) return;
      working += 1;
      void work();
    },
  });
}

/**
 * NATS lets a desk name any subject for its answer, and the gateway may publish to all of them: an agent could put calls before a
 * colleague, or have the empty end of an answer delete the stream.
 */
const isQuestion = ({ reply = '', data }: Msg): boolean =>
  reply.startsWith('_INBOX.') && data.byteLength <= maxQuestion;

type ReadNext = (from: number) => Promise<StoredMsg | null>;

/** An answer without an end, as after an error, is asked for again. */
async function answer(message: Msg, next: ReadNext): Promise<void> {
  const asked = parseAs(new TextDecoder().decode(message.data), replayRequestSchema);
  if (asked === undefined) return;
  const { after, until } = asked;
  let reached = after;
  let bytes = 0;
  for (let count = 0; count < maxMessages && bytes < maxBytes && reached < until; count += 1) {
    const stored = await next(reached + 1);
    const isWanted = stored !== null && stored.seq <= until;
    reached = isWanted ? stored.seq : until;
    if (!isWanted) break;
    bytes += stored.data.byteLength;
    message.respond(stored.data, { headers: numbered(stored.seq) });
  }
  message.respond('', { headers: numbered(reached) });
}

function numbered(sequence: number) {
  const made = headers();
  made.set(sequenceHeader, String(sequence));
  return made;
}
