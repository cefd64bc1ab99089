import { createHash } from 'node:crypto';
import type { CallEvent } from '../../shared/model/call-event.ts';
import type { FeedConfig } from '../config/feed-config.ts';
import { FeedReader } from '../events/feed-reader.ts';
import { newEvent } from '../events/new-event.ts';
import type { Metrics } from '../metrics.ts';
import type { Sink } from '../publish/sink.ts';
import type { Directory } from '../routing/agent-directory.ts';
import { routeEvent } from '../routing/route-event.ts';
import type { KeptEvent, NewEvent } from '../store/records.ts';
import type { FeedMessage } from './feed-message.ts';

/** What came of a request whose sender may speak for the feed. */
export interface Intake {
  readonly events: readonly CallEvent[];
  readonly kept: readonly KeptEvent[];
  readonly problems: readonly string[];
}

export interface IntakeDeps {
  readonly directory: Directory;
  readonly sink: Sink;
  readonly metrics: Metrics;
}

/** Reads, routes and hands on what one feed is sent. */
export class FeedIntake {
  public constructor(
    public readonly feed: FeedConfig,
    private readonly reader: FeedReader,
    private readonly deps: IntakeDeps,
  ) {}

  /**
   * @param body as it came, to know its repetition by
   * @param at milliseconds since 1970
   * @throws where the events could not be kept: then none of them is
   */
  public async take(
    message: FeedMessage,
    body: Buffer,
    webhookId: string | undefined,
    at: number,
  ): Promise<Intake> {
    const { feed } = this;
    const { events, problems } = await this.reader.read(message, at);
    const bodyHash = createHash('sha256').update(body).digest('base64url');
    const ready = events.map((event, index) => this.ready(event, { webhookId, bodyHash, index }));
    const kept = await this.deps.sink.accept({ feed: feed.name, at, events: ready, problems });
    this.count(kept, problems);
    return { events, kept, problems };
  }

  public stop(): void {
    this.reader.stop();
  }

  private ready(event: CallEvent, identity: Parameters<typeof newEvent>[2]): NewEvent {
    const { directory } = this.deps;
    const routed = routeEvent(event, this.feed.routes, directory);
    return newEvent(event, routed, identity, directory);
  }

  private count(kept: readonly KeptEvent[], problems: readonly string[]): void {
    const { name } = this.feed;
    for (const { outcome } of kept) this.deps.metrics.events.inc({ feed: name, outcome });
    if (problems.length > 0) this.deps.metrics.unread.inc({ feed: name }, problems.length);
  }
}
