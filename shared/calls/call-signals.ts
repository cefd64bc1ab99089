import { isSameAgent, type AgentRef } from '../model/agent-identity.ts';
import type { RuleableEvent } from '../model/call-event.ts';
import { endStages, type Stage } from '../model/stage.ts';
import { isLive, legsOf } from './legs.ts';

/**
 * What an event means for the popups of its call. ended: over for the current agent; wrapped-up:
 * the work after it is done, too; elsewhere: a colleague took what rang here.
 */
export type CallSignal = 'ended' | 'wrapped-up' | 'elsewhere';

/** Words of hangup causes by which a PBX tells one agent's desk alone that another one was faster. */
const takenElsewhere = /elsewhere|lose_race|picked_off|another agent|agent.?answered/i;

/**
 * @param event the newest
 * @param events all of the call, in order, with the newest
 * @param isMine whether an event is about the current agent
 */
export function signalsOf(
  event: RuleableEvent,
  events: readonly RuleableEvent[],
  isMine: (event: RuleableEvent) => boolean,
): CallSignal[] {
  const signals: CallSignal[] = [];
  const isEnd = (one: RuleableEvent): boolean =>
    one.kind === 'call.state' && endStages.has(one.stage) && (one.scope !== 'agent' || isMine(one));
  if (isEnd(event) && !isOn(events, isMine)) signals.push('ended');
  const earlier = before(event, events);
  const isDone =
    (event.stage === 'disposition' && earlier.some(isEnd)) ||
    (event.stage === 'hangup' && earlier.some(({ stage }) => stage === 'wrapup'));
  if (isDone) signals.push('wrapped-up');
  if (isElsewhere(event, events, isMine)) signals.push('elsewhere');
  return signals;
}

/** Whether the current agent still talks or is rung, on whatever phone. */
export function isOn(
  events: readonly RuleableEvent[],
  isMine: (event: RuleableEvent) => boolean,
): boolean {
  const { legs, whole } = legsOf(events);
  return whole === undefined && legs.some((leg) => isLive(leg) && isMine(leg.event));
}

const before = (event: RuleableEvent, events: readonly RuleableEvent[]): readonly RuleableEvent[] =>
  events.slice(
    0,
    events.findIndex(({ id }) => id === event.id),
  );

const tellsElsewhere: ReadonlySet<Stage> = new Set<Stage>(['missed', 'answered', 'bridged']);

const isTalking = ({ stage }: RuleableEvent): boolean =>
  stage === 'answered' || stage === 'bridged' || stage === 'active';

function isElsewhere(
  event: RuleableEvent,
  events: readonly RuleableEvent[],
  isMine: (event: RuleableEvent) => boolean,
): boolean {
  // Most events cannot say it: the call's others need not be looked through for them.
  if (!tellsElsewhere.has(event.stage)) return false;
  const offer = before(event, events).findLastIndex(
    (one) => one.stage === 'ringing' && isMine(one),
  );
  if (offer === -1) return false;
  const since = events.slice(offer + 1);
  // Taken here; that a colleague comes in later is a transfer or a conference.
  if (since.some((one) => isTalking(one) && isMine(one))) return false;
  if (event.stage === 'missed') {
    return isMine(event) && takenElsewhere.test(event.call.fields.hangupCause ?? '');
  }
  const { agent } = event;
  if (agent === undefined || isMine(event)) return false;
  // Whoever asks this agent to take over was talking before it rang here.
  return !events.slice(0, offer).some((one) => isTalking(one) && isSame(one.agent, agent));
}

/**
 * When a colleague took what rang here last; undefined where nobody did.
 *
 * @param events all of the call, in order
 */
export function takenElsewhereAt(
  events: readonly RuleableEvent[],
  isMine: (event: RuleableEvent) => boolean,
): number | undefined {
  const offer = events.findLastIndex((one) => one.stage === 'ringing' && isMine(one));
  if (offer === -1) return undefined;
  return events.slice(offer + 1).find((one) => isElsewhere(one, events, isMine))?.occurredAt;
}

const isSame = (a: AgentRef | undefined, b: AgentRef): boolean =>
  a !== undefined && isSameAgent(a, b);

/** States in which an agent still works on the call before, in the words of the systems that tell them. */
const wrapUpState = /wrap|acw|after.?call|post.?call|processing/i;
const notReady = /not.?ready/i;

/** Whether an agent's state says that the work after a call is done. */
export const isAfterWrapUp = (state: string): boolean =>
  !wrapUpState.test(state) && !isNotReadyForCall(state);

/** "Not ready (after a call)". */
function isNotReadyForCall(state: string): boolean {
  const found = notReady.exec(state);
  return found !== null && /call/i.test(state.slice(found.index));
}
