import { compareEvents } from '../calls/fold-call.ts';
import { isSameAgent } from '../model/agent-identity.ts';
import type { RuleableEvent } from '../model/call-event.ts';
import { endStages } from '../model/stage.ts';

/**
 * Whether what rang is over by now: the call ended, this agent missed it, or somebody else took it. Asked
 * for what waited while this desk was away; what this agent answered meanwhile is not over.
 *
 * @param event the call begins to ring, or to wait in the queue
 * @param events all that is known of the call
 */
export const isOfferOver = (event: RuleableEvent, events: readonly RuleableEvent[]): boolean =>
  events.some((later) => compareEvents(event, later) < 0 && ends(later, event));

function ends(later: RuleableEvent, offer: RuleableEvent): boolean {
  if (later.kind !== 'call.state') return false;
  const sameAgent =
    later.agent !== undefined && offer.agent !== undefined && isSameAgent(later.agent, offer.agent);
  if (endStages.has(later.stage)) return later.scope !== 'agent' || sameAgent;
  const taken = later.stage === 'answered' || later.stage === 'bridged';
  return taken && later.agent !== undefined && offer.agent !== undefined && !sameAgent;
}
