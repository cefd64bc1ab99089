import type { RuleableEvent } from '../../../shared/model/call-event.ts';
import type { CallData } from '../../../shared/model/call-fields.ts';
import type { ActionTrace } from '../../../shared/model/log-entry.ts';
import type { Rule } from '../../../shared/model/rule.ts';

/** What a rule that fires hands to its actions. */
export interface Firing {
  readonly rule: Rule;
  readonly event: RuleableEvent;
  /** The call's current data, with the agent's own values filled in. */
  readonly call: CallData;
  readonly callKey: string;
  /** A past event that is run again: what goes out says so. */
  readonly isTest: boolean;
  /** The rule has opened its popup in this offer of the call: it opens none again, its webhooks are sent. */
  readonly popupOpened: boolean;
  /** Begins one action. What it returns takes what became of it into the trace; again, where more becomes known. */
  readonly newAction: () => (action: ActionTrace) => void;
}
