import type { JetStreamManager, StoredMsg } from '@nats-io/jetstream';
import { headers, type Msg, type NatsConnection } from '@nats-io/transport-node';
import {
  replayRequestSchema,
  replaySubject,
  sequenceHeader,
} from '../../shared/frames/nats-replay.ts';
import { parseJson } from '../../shared/json/parse-json.ts';

/** Of one answer. A desk asks again for what is behind it. */
const maxMessages = 200;
const maxBytes = 512 * 1024;
/** Desks that are answered at once: thousands may come back together, and callers wait beside them. */
const atOnce = 16;

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
  const asked = replaySubject(`${subject}.>`);
  const prefix = replaySubject('');
  const answerAll = async (): Promise<void> => {
    for await (const message of connection.subscribe(asked, { queue: 'ringcue-gateway' })) {
      const of = message.subject.slice(prefix.length);
      await answer(message, (seq) =>
        manager.direct.getMessage(stream, { seq, next_by_subj: of }),
      ).catch((error: unknown) => onProblem(String(error)));
    }
  };
  for (let index = 0; index < atOnce; index += 1) {
    answerAll().catch((error: unknown) => onProblem(String(error)));
  }
}

type ReadNext = (from: number) => Promise<StoredMsg | null>;

/** An answer without an end, as after an error, is asked for again. */
async function answer(message: Msg, next: ReadNext): Promise<void> {
  const json = parseJson(new TextDecoder().decode(message.data));
  const asked = replayRequestSchema.safeParse(json.ok ? json.value : undefined);
  if (!asked.success) return;
  const { after, until } = asked.data;
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
