import { mappedEvents } from '../../../../shared/dialects/mapped-events.ts';
import type { DecodeContext } from '../../../../shared/dialects/dialect.ts';
import { readFrame } from '../../../../shared/frames/read-frame.ts';
import type { JsonValue } from '../../../../shared/json/json-value.ts';
import type { CallEvent } from '../../../../shared/model/call-event.ts';
import type { Feed } from '../../../../shared/model/feed.ts';
import { fail, ok, type Result } from '../../../../shared/result.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { MappingEvaluator } from '../../../../shared/mappings/mapping-evaluator.ts';

export interface TrialRequest {
  readonly feed: Feed;
  /** As it was pasted. */
  readonly payload: string;
  /** Subject or topic it is taken to come on. */
  readonly topic?: string | undefined;
}

/** Runs a mapping on a pasted message, for its editor. In a separate process: a runaway expression must not end the desk. */
export class MappingTrial {
  private evaluator: MappingEvaluator | undefined;

  public constructor(
    private readonly createEvaluator: () => MappingEvaluator,
    private readonly clock: Clock,
  ) {}

  /** The events as indented JSON, of the message as a source would get it. */
  public async run({ feed, payload, topic }: TrialRequest): Promise<Result<{ events: string }>> {
    const bytes = Buffer.byteLength(payload);
    const read = readFrame({ text: payload, bytes }, { framing: feed.framing, isMapped: true });
    if (!read.ok) return read;
    const [problem] = read.value.problems;
    if (problem !== undefined) return fail(problem);
    const context = { source: 'trial', receivedAt: this.clock.now(), feed, topic };
    const events: CallEvent[] = [];
    for (const item of read.value.items) {
      const found = await this.eventsOf(item, context);
      if (!found.ok) return found;
      events.push(...found.value);
    }
    return ok({ events: JSON.stringify(events, withoutPayload, 2) });
  }

  private async eventsOf(item: JsonValue, context: DecodeContext): Promise<Result<CallEvent[]>> {
    this.evaluator ??= this.createEvaluator();
    const mapped = await this.evaluator.evaluate({
      expression: context.feed.mapping ?? '',
      payload: JSON.stringify(item),
      topic: context.topic ?? '',
    });
    return mapped.ok ? mappedEvents(mapped.value, item, context) : mapped;
  }

  public stop(): void {
    this.evaluator?.stop();
  }
}

/** The payload is shown beside the result already. */
const withoutPayload = (key: string, value: unknown): unknown =>
  key === 'payload' ? undefined : value;
