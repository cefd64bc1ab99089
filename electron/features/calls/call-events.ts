import type { CallSignal } from '../../../shared/calls/call-signals.ts';
import type { CallView } from '../../../shared/contract/views.ts';
import type {
  AgentStateEvent,
  RuleableEvent,
  SystemChangeEvent,
} from '../../../shared/model/call-event.ts';
import type { EventTrace } from '../../../shared/model/journal.ts';

/** What calls tell everybody. */
export interface CallEvents {
  /** For each event, and again where more becomes known of what it led to. */
  readonly traced: {
    readonly event: RuleableEvent;
    readonly callKey: string;
    readonly trace: EventTrace;
  };
  /** What an event means for the popups of its call. */
  readonly signalled: { readonly callKey: string; readonly signal: CallSignal };
  /** A call rang for this agent and was not answered. */
  readonly missed: CallView;
  /** The current agent's state. */
  readonly agentState: AgentStateEvent;
  /** A queue or a menu of the phone system is another one now. */
  readonly systemChanged: SystemChangeEvent;
  /** A call of the current agent is another one than before. */
  readonly callChanged: string;
  readonly changed: undefined;
  readonly historyChanged: undefined;
  readonly notesChanged: undefined;
}
