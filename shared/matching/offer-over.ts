import { isLive, legsOf } from '../calls/legs.ts';
import { isSameAgent, type AgentRef } from '../model/agent-identity.ts';
import type { CallStateEvent, RuleableEvent } from '../model/call-event.ts';
import { endStages } from '../model/stage.ts';

/**
 * Whether what rings is over by now: the call ended, this agent missed it on the last phone, or somebody else took it.
 * What this agent answered meanwhile is not over. Usually nothing is known after a ring; where it comes late, something
 * is.
 *
 * @param event the call begins to ring, or to wait in the queue
 * @param events all that is known of the call, in order, with the event
 */
export function isOfferOver(event: RuleableEvent, events: readonly RuleableEvent[]): boolean {
  const place = events.findIndex(({ id }) => id === event.id);
  const later = events
    .slice(place + 1)
    .filter((one): one is CallStateEvent => one.kind === 'call.state');
  if (later.length === 0) return false;
  const { legs, whole } = legsOf(events);
  if (whole !== undefined) return true;
  const { agent } = event;
  if (agent === undefined) return false;
  const isOn = legs.some((leg) => isLive(leg) && isOf(agent, leg.agent));
  return !isOn && later.some((one) => isOf(agent, one.agent) && endStages.has(one.stage))
    ? true
    : later.some((one) => isTalk(one) && isOther(agent, one.agent));
}

const isTalk = ({ stage }: CallStateEvent): boolean => stage === 'answered' || stage === 'bridged';
const isOf = (agent: AgentRef, other: AgentRef | undefined): boolean =>
  other !== undefined && isSameAgent(agent, other);
const isOther = (agent: AgentRef, other: AgentRef | undefined): boolean =>
  other !== undefined && !isSameAgent(agent, other);
