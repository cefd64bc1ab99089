import { randomUUID } from 'node:crypto';
import type { DecodeContext } from '../../shared/dialects/dialect.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../shared/json/json-value.ts';
import { frameDecoder, type FrameDecoder } from '../../shared/mappings/frame-decoder.ts';
import type { MappingEvaluator } from '../../shared/mappings/mapping-evaluator.ts';
import type { CallEvent } from '../../shared/model/call-event.ts';
import { readFrame } from '../../shared/frames/read-frame.ts';
import { english, problemText } from '../../shared/text/english.ts';
import type { FeedConfig } from '../config/feed-config.ts';
import type { FeedMessage } from '../ingress/feed-message.ts';

export interface FeedReading {
  readonly events: readonly CallEvent[];
  /** In English: what could not be read. It takes nothing else with it. */
  readonly problems: readonly string[];
}

/** Makes events of what a feed is sent, as a source of the desk would. */
export class FeedReader {
  private readonly decoder: FrameDecoder;

  public constructor(
    private readonly feed: FeedConfig,
    createEvaluator: () => MappingEvaluator,
  ) {
    const { dialect, payload } = feed;
    this.decoder = frameDecoder({ dialect, feed: payload }, createEvaluator);
  }

  /** @param receivedAt milliseconds since 1970 */
  public async read(message: FeedMessage, receivedAt: number): Promise<FeedReading> {
    const found = this.itemsOf(message);
    const events: CallEvent[] = [];
    const problems = [...found.problems];
    const { topic, ...added } = message.query;
    const context: DecodeContext = {
      source: this.feed.name,
      receivedAt,
      feed: this.feed.payload,
      topic: typeof topic === 'string' ? topic : undefined,
    };
    for (const item of found.items) {
      const decoded = await this.decoder.decode(withAdded(item, added), context);
      if (decoded.ok) events.push(...decoded.value);
      else problems.push(problemText(decoded.problem));
    }
    return { events: events.map(withOwnId), problems };
  }

  public stop(): void {
    if (this.decoder.kind === 'mapping') this.decoder.stop();
  }

  private itemsOf({ body, query }: FeedMessage): {
    items: readonly JsonValue[];
    problems: readonly string[];
  } {
    if (body.kind === 'none') return { items: [query], problems: [] };
    if (body.kind === 'fields') return { items: [body.fields], problems: [] };
    const { text, bytes, framing } = body;
    const read = readFrame(
      { text, bytes },
      {
        framing: this.feed.payload.framing ?? framing,
        isMapped: this.decoder.kind === 'mapping',
      },
    );
    if (!read.ok) return { items: [], problems: [problemText(read.problem)] };
    return { items: read.value.items, problems: read.value.problems.map(english) };
  }
}

/** Parameters of the address say what a body cannot: Acefone's bodies name no trigger. The body's own values count more. */
const withAdded = (item: JsonValue, added: JsonObject): JsonValue =>
  isJsonObject(item) ? { ...added, ...item } : item;

/** An event of an agent without id and time is always a new one. */
const withOwnId = (event: CallEvent): CallEvent =>
  event.kind === 'agent.state' && event.untimed === true ? { ...event, id: randomUUID() } : event;
