import type { Log } from '../../../platform/logging/log.ts';
import type { ActionTrace, EventTrace } from '../../../../shared/model/log-entry.ts';
import { waitsForOther } from '../../../../shared/model/skip-reason.ts';
import { traceOf, withAction } from './trace.ts';
import type { Owned, Verdict } from './walk.ts';

/** The trace of an event: a value; what becomes known later makes a new version, which is recorded again. */
export class TraceRecord {
  public constructor(
    private version: EventTrace,
    private readonly put: (trace: EventTrace) => void,
  ) {
    put(version);
  }

  public current(): EventTrace {
    return this.version;
  }

  /** One action of a rule. @returns takes what is known of it; again, where more becomes known */
  public newAction(ruleId: string): (action: ActionTrace) => void {
    let slot: number | undefined;
    return (action) => {
      slot ??= this.version.rules.find(({ id }) => id === ruleId)?.actions.length ?? 0;
      this.version = withAction(this.version, ruleId, slot, action);
      this.put(this.version);
    };
  }
}

/** What was decided on an event, before anything is done. */
export function traceOfVerdicts(
  walk: Owned,
  verdicts: readonly Verdict[],
  now: number,
): EventTrace {
  const { occasion, event, whole } = walk;
  return {
    ...traceOf(event, occasion === 'replay', false, whole),
    matchedMs: Math.max(0, now - event.receivedAt),
    rules: verdicts.map(({ rule, reason }) => ({
      id: rule.id,
      name: rule.name,
      ...(reason !== undefined && { reason }),
      actions: [],
    })),
  };
}

export function logSkipped({ event }: Owned, verdicts: readonly Verdict[], log: Log): void {
  for (const { rule, reason } of verdicts) {
    // A rule that waits for something else is not worth logging: every event passes it.
    if (reason === undefined || waitsForOther(reason)) continue;
    const ageSeconds = 'ageSeconds' in reason ? reason.ageSeconds : undefined;
    log.info('rule skipped', { rule: rule.id, event: event.id, reason: reason.code, ageSeconds });
  }
}
