import { agentKey, type AgentRef } from '../model/agent-identity.ts';
import type { HookableEvent } from '../model/call-event.ts';

/**
 * Which offer of the call to this agent an event belongs to. Where the source gives no offer id, each
 * miss by this agent begins the next one, so a call that rings here again pops again.
 *
 * @param earlierMisses how often this agent missed this call before
 */
export const offerOf = (event: HookableEvent, earlierMisses: number): string =>
  event.offerId ?? `#${earlierMisses}`;

/**
 * Under this the misses of one call by one agent are claimed, one by one. They are kept with the claims, so
 * that after a restart the next ring is still known as a new offer.
 */
export const missPrefix = (event: HookableEvent): string =>
  JSON.stringify(['miss', event.source, event.linkedCallId, agentKey(event.agent ?? {})]).slice(
    0,
    -1,
  );

export const missKey = (event: HookableEvent): string =>
  `${missPrefix(event)},${JSON.stringify(event.id)}]`;

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
