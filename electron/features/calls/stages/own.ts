import { isMine } from '../../../../shared/matching/match-rule.ts';
import { agentKey } from '../../../../shared/model/agent-identity.ts';
import type { Folded, Owned, Owner, DeskConfig } from './walk.ts';

/** Third stage: whose an event is. Worked out once, and handed on. */
export function own<F extends Folded>(folded: F, config: DeskConfig): F & Owned {
  return { ...folded, owner: ownerOf(folded, config) };
}

/** The same walk; its owner decided anew only where another agent was set since. */
export function ownAnew(folded: Folded, owner: Owner, config: DeskConfig): Owned {
  return owner.agent === config.agent ? { ...folded, owner } : own(folded, config);
}

export function ownerOf(
  { event, call }: Pick<Folded, 'event' | 'call'>,
  config: DeskConfig,
): Owner {
  const { agent, sources } = config;
  const source = sources.find(({ id }) => id === event.source);
  const feedIsMine = source?.carries === 'this-agent';
  const country = source?.feed?.country;
  const mine = agent !== undefined && isMine({ event, call, feedIsMine, country }, agent);
  const key = mine ? agentKey(agent) : agentKey(event.agent ?? {});
  return { agent, feedIsMine, country, isMine: mine, key };
}
