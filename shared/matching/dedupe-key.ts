import { agentKey, isSameAgent, type AgentRef } from '../model/agent-identity.ts';
import type { HookableEvent } from '../model/call-event.ts';

/**
 * Which offer of the call to this agent an event belongs to. Where the source gives no offer id, each
 * miss by this agent begins the next one, so a call that rings here again pops again.
 *
 * @param earlier the call's events that came before this one
 */
export function offerOf(event: HookableEvent, earlier: readonly HookableEvent[]): string {
  if (event.offerId !== undefined) return event.offerId;
  const agent = event.agent;
  if (agent === undefined) return '#0';
  const misses = earlier.filter(
    (known) =>
      known.stage === 'missed' && known.agent !== undefined && isSameAgent(known.agent, agent),
  );
  return `#${misses.length}`;
}

/** One popup per source, linked call, offer, agent, hook and stage. */
export function dedupeKey(event: HookableEvent, offer: string, hookId: string): string {
  const agent: AgentRef = event.agent ?? {};
  return JSON.stringify([
    event.source,
    event.linkedCallId,
    offer,
    agentKey(agent),
    hookId,
    event.stage,
  ]);
}
