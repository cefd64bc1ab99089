import { agentOf } from '../../../shared/dialects/assemble-event.ts';
import { momentAt } from '../../../shared/matching/moment.ts';
import { reasonToSkip } from '../../../shared/matching/match-rule.ts';
import type { SkipReason } from '../../../shared/model/skip-reason.ts';
import type { AgentIdentity } from '../../../shared/model/agent-identity.ts';
import type { RuleableEvent } from '../../../shared/model/call-event.ts';
import type { CallData } from '../../../shared/model/call-fields.ts';
import type { Rule } from '../../../shared/model/rule.ts';
import { callFactSchema, callStageSchema, type Stage } from '../../../shared/model/stage.ts';

export interface RuleVerdict {
  readonly ruleId: string;
  /** Why it would not fire; undefined where it would. */
  readonly reason?: SkipReason | undefined;
}

/** What each rule would do with a call that reaches a stage now. Nothing is opened, claimed or remembered. */
export function explainRules(
  rules: readonly Rule[],
  stage: Stage,
  call: CallData,
  agent: AgentIdentity | undefined,
  now: number,
): RuleVerdict[] {
  const event = trialEvent(stage, call, now);
  const moment = momentAt(now);
  return rules.map((rule) => ({
    ruleId: rule.id,
    reason: reasonToSkip(rule, { event, call, moment, agent, feedIsMine: false }),
  }));
}

function trialEvent(stage: Stage, call: CallData, now: number): RuleableEvent {
  const agent = agentOf(call);
  const known = {
    id: 'trial',
    source: 'trial',
    occurredAt: now,
    receivedAt: now,
    linkedCallId: call.fields.callId ?? 'trial',
    scope: agent === undefined ? ('call' as const) : ('agent' as const),
    agent,
    call,
  };
  const state = callStageSchema.safeParse(stage);
  if (state.success) return { ...known, kind: 'call.state', stage: state.data };
  return { ...known, kind: 'call.fact', stage: callFactSchema.parse(stage) };
}
