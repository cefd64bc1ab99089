import { JetStreamApiError, type JetStreamClient, type PubAck } from '@nats-io/jetstream';

/** Of nats-server: another gateway has published to this subject meanwhile. */
const wrongLastSequence = 10_071;
/** Gateways that publish to one agent in the same moment take turns; more than so many in a row is no accident. */
const mostAttempts = 20;

/**
 * Publishes so that each message names the one before it on its subject, which the server checks. A desk that comes back
 * knows by its last message whether it missed another.
 */
export class OrderedPublisher {
  private readonly last = new Map<string, number>();
  /** What is on its way to a subject. */
  private readonly turns = new Map<string, Promise<unknown>>();

  public constructor(private readonly client: JetStreamClient) {}

  /** @param id of the message: the server keeps one of each */
  public async publish(subject: string, frame: string, id: string): Promise<PubAck> {
    const before = this.turns.get(subject) ?? Promise.resolve();
    const turn = before.then(() => this.publishNow(subject, frame, id));
    const ended = turn.catch(() => undefined);
    this.turns.set(subject, ended);
    try {
      return await turn;
    } finally {
      if (this.turns.get(subject) === ended) this.turns.delete(subject);
    }
  }

  private async publishNow(subject: string, frame: string, id: string): Promise<PubAck> {
    for (let attempt = 1; ; attempt += 1) {
      const expect = { lastSubjectSequence: this.last.get(subject) ?? 0 };
      try {
        const acknowledged = await this.client.publish(subject, frame, { msgID: id, expect });
        if (!acknowledged.duplicate) this.last.set(subject, acknowledged.seq);
        return acknowledged;
      } catch (error) {
        const last = lastSequence(error);
        if (last === undefined || attempt === mostAttempts) throw error;
        this.last.set(subject, last);
      }
    }
  }
}

/** What the server says the last sequence is; undefined for any other error. */
function lastSequence(error: unknown): number | undefined {
  if (!(error instanceof JetStreamApiError) || error.code !== wrongLastSequence) return undefined;
  const last = /^wrong last sequence: (\d{1,15})$/.exec(error.message)?.[1];
  return last === undefined ? undefined : Number(last);
}
