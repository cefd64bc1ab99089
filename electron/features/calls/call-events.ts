import type { CallSignal } from '../../../shared/calls/call-signals.ts';
import type { CallView } from '../../../shared/contract/call-views.ts';
import type {
  AgentStateEvent,
  RuleableEvent,
  SystemChangeEvent,
} from '../../../shared/model/call-event.ts';
import type { EventTrace } from '../../../shared/model/log-entry.ts';

/** An event and what became of it. */
export interface Traced {
  readonly event: RuleableEvent;
  readonly callKey: string;
  /** With the rules that the event concerned. */
  readonly trace: EventTrace;
  /** With those that it did not concern, and why. Costs time: not while a call rings. */
  readonly whole: () => EventTrace;
}

/** What calls tell everybody. */
export interface CallEvents {
  /**
   * For each event that is the current agent's or that a rule fired on, and again where more becomes known of what it led to.
   * Of the others there is only `passing` of the calls.
   */
  readonly traced: Traced;
  /** What an event means for the popups of its call. */
  readonly signalled: { readonly callKey: string; readonly signal: CallSignal };
  /** A call rang for this agent and was not answered. */
  readonly missed: CallView;
  /** The current agent's state, or a colleague's that another person changed. */
  readonly agentState: AgentStateEvent;
  /** A queue or a menu of the phone system is another one now. */
  readonly systemChanged: SystemChangeEvent;
  /** A call of the current agent is another one than before. */
  readonly callChanged: string;
  readonly changed: undefined;
  readonly historyChanged: undefined;
  /** The number of missed calls that were not looked at is another one. */
  readonly missedCounted: undefined;
  readonly notesChanged: undefined;
}
