import { agentOf } from '../../../shared/dialects/assemble-event.ts';
import type { SystemTrigger } from '../../../shared/dialects/system-trigger.ts';
import { triggerInfo } from '../../../shared/dialects/triggers.ts';
import { momentAt } from '../../../shared/matching/moment.ts';
import { reasonToSkip } from '../../../shared/matching/match-rule.ts';
import type { SkipReason } from '../../../shared/model/skip-reason.ts';
import type { AgentIdentity } from '../../../shared/model/agent-identity.ts';
import type { RuleableEvent } from '../../../shared/model/call-event.ts';
import type { CallData } from '../../../shared/model/call-fields.ts';
import type { When } from '../../../shared/model/rule-when.ts';
import type { Rule } from '../../../shared/model/rule.ts';
import { callFactSchema, callStageSchema, type Stage } from '../../../shared/model/stage.ts';

export interface RuleVerdict {
  readonly ruleId: string;
  /** Why it would not fire; undefined where it would. */
  readonly reason?: SkipReason | undefined;
}

/** What each rule would do with a call on which something happens now. Nothing is opened, claimed or remembered. */
export function explainRules(
  rules: readonly Rule[],
  when: When,
  call: CallData,
  agent: AgentIdentity | undefined,
  now: number,
): RuleVerdict[] {
  const event = trialEvent(when, call, now);
  const moment = momentAt(now);
  return rules.map((rule) => ({
    ruleId: rule.id,
    reason: reasonToSkip(rule, { event, call, moment, agent, feedIsMine: false }),
  }));
}

function trialEvent(when: When, call: CallData, now: number): RuleableEvent {
  const trigger = 'trigger' in when ? when.trigger : undefined;
  const info = trigger && triggerInfo(trigger);
  const agent = info?.namesNoAgent === true ? undefined : agentOf(call);
  const stage = stageOf(when, info);
  const known = {
    id: 'trial',
    source: 'trial',
    occurredAt: now,
    receivedAt: now,
    linkedCallId: call.fields.callId ?? 'trial',
    scope: info?.scope ?? (agent === undefined ? ('call' as const) : ('agent' as const)),
    agent,
    trigger,
    call,
  };
  const state = callStageSchema.safeParse(stage);
  if (state.success) return { ...known, kind: 'call.state', stage: state.data };
  return { ...known, kind: 'call.fact', stage: callFactSchema.parse(stage) };
}

/** The usual one, where it can mean several. */
function stageOf(when: When, info: SystemTrigger | undefined): Stage {
  if ('stage' in when) return when.stage;
  if ('moment' in when) return when.moment === 'begin' ? 'ringing' : 'hangup';
  return info?.stages.at(-1) ?? 'ringing';
}
