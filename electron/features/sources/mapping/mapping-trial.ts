import { mappedEvents } from '../../../../shared/dialects/mapped-events.ts';
import { parseJson } from '../../../../shared/json/parse-json.ts';
import type { Feed } from '../../../../shared/model/feed.ts';
import { ok, type Result } from '../../../../shared/result.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { MappingEvaluator } from './mapping-evaluator.ts';

export interface TrialRequest {
  readonly feed: Feed;
  /** As it was pasted. */
  readonly payload: string;
}

/** Runs a mapping on a pasted message, for its editor. In a worker: a runaway expression must not stop the desk. */
export class MappingTrial {
  private evaluator: MappingEvaluator | undefined;

  public constructor(
    private readonly createEvaluator: () => MappingEvaluator,
    private readonly clock: Clock,
  ) {}

  /** The events as indented JSON. */
  public async run({ feed, payload }: TrialRequest): Promise<Result<{ events: string }>> {
    const parsed = parseJson(payload);
    if (!parsed.ok) return parsed;
    this.evaluator ??= this.createEvaluator();
    const mapped = await this.evaluator.evaluate({
      expression: feed.mapping ?? '',
      payload: JSON.stringify(parsed.value),
      topic: '',
    });
    if (!mapped.ok) return mapped;
    const context = { source: 'trial', receivedAt: this.clock.now(), feed };
    const events = mappedEvents(mapped.value, parsed.value, context);
    if (!events.ok) return events;
    return ok({ events: JSON.stringify(events.value, withoutPayload, 2) });
  }

  public stop(): void {
    this.evaluator?.stop();
  }
}

/** The payload is shown beside the result already. */
const withoutPayload = (key: string, value: unknown): unknown =>
  key === 'payload' ? undefined : value;
