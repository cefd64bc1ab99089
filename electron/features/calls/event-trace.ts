import { callerText, queueText } from '../../../shared/calls/caller-text.ts';
import { lateSeconds } from '../../../shared/matching/match-rule.ts';
import type { RuleableEvent } from '../../../shared/model/call-event.ts';
import type { CallData } from '../../../shared/model/call-fields.ts';
import type { EventTrace } from '../../../shared/model/journal.ts';

/** The trace of an event before any rule is evaluated. @param call the call's data with this event */
export function traceOf(
  event: RuleableEvent,
  isTest: boolean,
  repeated: boolean,
  call: CallData = event.call,
): EventTrace {
  const { agent } = event;
  return {
    eventId: event.id,
    source: event.source,
    stage: event.stage,
    caller: callerText(call),
    queue: queueText(call),
    agent: agent?.id ?? agent?.customId ?? agent?.email ?? agent?.extension ?? '',
    occurredAt: event.occurredAt,
    receivedAt: event.receivedAt,
    lateSeconds: lateSeconds(event),
    matchedMs: 0,
    repeated,
    isTest,
    rules: [],
  };
}
