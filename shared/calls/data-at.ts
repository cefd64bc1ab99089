import { isSameAgent, type AgentRef } from '../model/agent-identity.ts';
import type { CallData } from '../model/call-fields.ts';
import type { RuleableEvent } from '../model/call-event.ts';
import { foldData } from './fold-call.ts';
import { colleaguesIn, customerOf, isBetterCustomer, partyFields } from './party.ts';

/** Whether an event is about the leg of another agent. */
export const isOthersLeg = (event: RuleableEvent, agent: AgentRef | undefined): boolean =>
  event.scope === 'agent' &&
  event.agent !== undefined &&
  agent !== undefined &&
  !isSameAgent(event.agent, agent);

/**
 * A call's data as it stands at an event, for the agent whose leg it is about: who is on the line there, which is another
 * person for the agent who hands on than for the one who takes over. What nothing said by then is taken from later.
 *
 * @param events all of the call, in order, with the event
 * @param whole the data of all of them
 */
export function dataAt(
  event: RuleableEvent,
  events: readonly RuleableEvent[],
  whole: CallData,
): CallData {
  const place = events.findIndex(({ id }) => id === event.id);
  const own = events.slice(0, place + 1).filter((one) => !isOthersLeg(one, event.agent));
  if (own.length === events.length) return whole;
  const colleagues = colleaguesIn(events);
  const data = foldData(own, colleagues);
  return withCustomer(
    {
      fields: { ...whole.fields, ...data.fields },
      custom: { ...whole.custom, ...data.custom },
      ext: { ...whole.ext, ...data.ext },
    },
    data,
    whole,
    colleagues,
  );
}

/**
 * The data with one agent's other side: as this agent's own events name it, but where they name nobody, or a colleague
 * who hands on, as the whole call does.
 */
export function withCustomer(
  data: CallData,
  own: CallData,
  whole: CallData,
  colleagues: readonly string[],
): CallData {
  const number = customerOf(own.fields);
  const isKnownBetter = isBetterCustomer(customerOf(whole.fields), number, colleagues);
  const party = number === undefined || isKnownBetter ? whole.fields : own.fields;
  const fields = { ...data.fields };
  for (const name of partyFields) {
    const value = party[name];
    if (value === undefined) Reflect.deleteProperty(fields, name);
    else fields[name] = value;
  }
  return { ...data, fields };
}
