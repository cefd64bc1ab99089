import { isRuleable, type CallEvent } from '../../shared/model/call-event.ts';
import type { Directory } from './agent-directory.ts';
import { everybody, type Audience } from './audience.ts';
import { matchingRoute, routeAudience, type Route } from './route-table.ts';

/** Why an event goes where it goes, for `tail` and the metrics. */
export type RoutedBy = 'agent' | 'table' | 'queue' | 'nothing';

export interface Routed {
  readonly audience: Audience;
  readonly by: RoutedBy;
}

/**
 * Whose call an event tells of. An agent that it names settles it, also one whom nobody listed: no other may get that
 * agent's call. Else the first matching row of the feed's table, else the agents of the call's queue.
 */
export function routeEvent(
  event: CallEvent,
  routes: readonly Route[],
  directory: Directory,
): Routed {
  // A queue or a menu of the phone system concerns every desk.
  if (event.kind === 'system.changed') return { audience: [everybody], by: 'nothing' };
  if (event.agent !== undefined) {
    const agents = severalOf(event) ?? [event.agent];
    const named = agents.flatMap((agent) => directory.named(agent));
    return { audience: [...new Set(named)], by: 'agent' };
  }
  if (event.kind === 'agent.state') return { audience: [], by: 'nothing' };
  const route = matchingRoute(routes, event.call);
  if (route !== undefined) return { audience: routeAudience(route, directory), by: 'table' };
  const { queueId, queueName } = event.call.fields;
  const waiting = [queueId, queueName].flatMap((name) =>
    name === undefined ? [] : directory.ofQueue(name),
  );
  return waiting.length === 0
    ? { audience: [], by: 'nothing' }
    : { audience: [...new Set(waiting)], by: 'queue' };
}

const severalOf = (event: CallEvent) => (isRuleable(event) ? event.agents : undefined);
