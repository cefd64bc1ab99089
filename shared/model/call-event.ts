import type { AgentRef } from './agent-identity.ts';
import type { CallData } from './call-fields.ts';
import type { Trigger } from './rule-when.ts';
import type { CallFact, CallStage } from './stage.ts';

/** Whom an event speaks of: one agent's leg, the customer's leg, or the call as a whole. */
export type EventScope = 'agent' | 'customer' | 'call';

interface EventBase {
  /** Unique within the source; the same id twice is the same event twice. */
  readonly id: string;
  /** Id of the source definition it came through. */
  readonly source: string;
  /** Milliseconds since 1970, by the source's clock (by ours where the source gives none). */
  readonly occurredAt: number;
  /** Milliseconds since 1970, by our clock, when the frame arrived. */
  readonly receivedAt: number;
  /**
   * True where the source gave no id: `id` is made of what stays the same when an event is sent again, so that alone it
   * does not tell a repetition from the same thing happening twice.
   */
  readonly unidentified?: true | undefined;
  /** True where `occurredAt` does not order events: the source gives no time of its own, or a time that is not the event's. */
  readonly untimed?: true | undefined;
  /** True for what waited elsewhere while this desk was away: it comes late, perhaps too late. */
  readonly waited?: boolean | undefined;
}

interface CallEventBase extends EventBase {
  /** The id that all legs of one call share. */
  readonly linkedCallId: string;
  readonly legId?: string | undefined;
  /** One offer of the call to one agent; a second ring after a miss is another offer. */
  readonly offerId?: string | undefined;
  readonly scope: EventScope;
  readonly agent?: AgentRef | undefined;
  /** All of them, where the event is about several: those who missed the call. */
  readonly agents?: readonly AgentRef[] | undefined;
  /** The phone system's own name of the event; undefined where Ringcue made the event itself. */
  readonly trigger?: Trigger | undefined;
  readonly call: CallData;
}

export interface CallStateEvent extends CallEventBase {
  readonly kind: 'call.state';
  readonly stage: CallStage;
}

export interface CallFactEvent extends CallEventBase {
  readonly kind: 'call.fact';
  readonly stage: CallFact;
}

export interface AgentStateEvent extends EventBase {
  readonly kind: 'agent.state';
  readonly agent: AgentRef;
  /** In the source's own words: ready, break, wrap-up ... */
  readonly state: string;
  /** Who changed it, where the source says so: a supervisor, or the agent. */
  readonly by?: string | undefined;
}

/** A queue or a menu of the phone system was changed: what an administrator looks for when calls go astray. */
export interface SystemChangeEvent extends EventBase {
  readonly kind: 'system.changed';
  readonly part: SystemPart;
  readonly name: string;
  /** In the source's own words: added, changed, removed ... */
  readonly change: string;
  readonly by?: string | undefined;
}

export const systemParts = ['queue', 'menu'] as const;
export type SystemPart = (typeof systemParts)[number];

/** One normalized event. */
export type CallEvent = CallStateEvent | CallFactEvent | AgentStateEvent | SystemChangeEvent;
/** An event that belongs to a call, so that rules can wait for it. */
export type RuleableEvent = CallStateEvent | CallFactEvent;

export const isRuleable = (event: CallEvent): event is RuleableEvent =>
  event.kind === 'call.state' || event.kind === 'call.fact';
