import type { EventScope } from '../model/call-event.ts';
import type { Stage } from '../model/stage.ts';

/** One event of a phone system, by its own name, with what the manual says of it. */
export interface SystemTrigger {
  readonly name: string;
  /** The stages it can mean; where there are several, the payload tells. */
  readonly stages: readonly Stage[];
  /** Missing: an agent's leg or the whole call, as the payload says. */
  readonly scope?: EventScope;
  /** Call types on which it happens. Missing: all, or the manual does not say. */
  readonly callTypes?: readonly CallType[];
  /** It happens on outbound calls of this type only. */
  readonly outboundType?: string;
  /** The manual no longer recommends it. */
  readonly deprecated?: true;
  /** Its payload names no agent. */
  readonly namesNoAgent?: true;
  /** The place that a call passes there; it can pass several. */
  readonly passes?: 'queue' | 'route';
  /** Triggers of one family report the same happening: which of them it is depends on the stage. */
  readonly family?: string;
}

export type CallType = 'inbound' | 'outbound';
