import { JetStreamApiError, type JetStreamClient, type PubAck } from '@nats-io/jetstream';

/** Of nats-server: something else was published to this subject meanwhile. */
const wrongLastSequence = 10_071;
/** Of many that are published to one agent in the same moment, most would try in vain again and again. */
const orderedAttempts = 4;

/**
 * Publishes so that a message names the one before it on its subject, which the server checks. A desk that comes back knows
 * by its last message whether it missed another; where the message does not say, it reads the stream.
 */
export class OrderedPublisher {
  private readonly last = new Map<string, number>();

  public constructor(private readonly client: JetStreamClient) {}

  /** @param id of the message: the server keeps one of each */
  public async publish(subject: string, frame: string, id: string): Promise<PubAck> {
    for (let attempt = 1; attempt <= orderedAttempts; attempt += 1) {
      try {
        const lastSubjectSequence = this.last.get(subject) ?? 0;
        const options = { msgID: id, expect: { lastSubjectSequence } };
        return this.published(subject, await this.client.publish(subject, frame, options));
      } catch (error) {
        const last = lastSequence(error);
        if (last === undefined) throw error;
        this.last.set(subject, last);
      }
    }
    return this.published(subject, await this.client.publish(subject, frame, { msgID: id }));
  }

  private published(subject: string, acknowledged: PubAck): PubAck {
    const { seq, duplicate } = acknowledged;
    if (!duplicate) this.last.set(subject, Math.max(seq, this.last.get(subject) ?? 0));
    return acknowledged;
  }
}

/** What the server says the last sequence is; undefined for any other error. */
function lastSequence(error: unknown): number | undefined {
  if (!(error instanceof JetStreamApiError) || error.code !== wrongLastSequence) return undefined;
  const last = /^wrong last sequence: (\d{1,15})$/.exec(error.message)?.[1];
  return last === undefined ? undefined : Number(last);
}
