import type { AgentIdentity } from '../../../../shared/model/agent-identity.ts';
import type { RuleableEvent } from '../../../../shared/model/call-event.ts';
import type { CallData } from '../../../../shared/model/call-fields.ts';
import type { Rule } from '../../../../shared/model/rule.ts';
import type { SkipReason } from '../../../../shared/model/skip-reason.ts';
import type { Source } from '../../../../shared/model/source.ts';

/**
 * Why an event walks through the stages. live: it arrived. replay: somebody runs a past one again, as a test.
 * note: the agent sends a note. Only what is live is remembered: the calls and the claims do not know of the rest.
 */
export type Occasion = 'live' | 'replay' | 'note';

/** What decides on an event. */
export interface DeskConfig {
  readonly agent: AgentIdentity | undefined;
  readonly rules: readonly Rule[];
  readonly sources: readonly Source[];
}

/** An event with its call, after `fold`. */
export interface Folded {
  readonly occasion: Occasion;
  readonly event: RuleableEvent;
  readonly callKey: string;
  /** The whole call's data. */
  readonly whole: CallData;
  /** The same with the values of this very event on top. */
  readonly call: CallData;
  /** All events of the call, in order. */
  readonly events: readonly RuleableEvent[];
  /** Milliseconds since 1970: when an earlier run saw the call end. */
  readonly endedEarlier?: number | undefined;
}

/** Whose an event is. */
export interface Owner {
  /** The agent when it was decided. */
  readonly agent: AgentIdentity | undefined;
  readonly feedIsMine: boolean;
  /** Of the numbers of its source. */
  readonly country: string | undefined;
  readonly isMine: boolean;
  /** The desk's own key for this agent's events: one event names the id, the next only the extension. */
  readonly key: string;
}

/** After `own`. */
export interface Owned extends Folded {
  readonly owner: Owner;
}

/** What became of one rule. */
export interface Verdict {
  readonly rule: Rule;
  /** Why it does not fire; undefined where it does. */
  readonly reason?: SkipReason | undefined;
  /** What it claimed by firing. */
  readonly claims?: readonly { readonly key: string; readonly at: number }[] | undefined;
  /** It fired in this offer before, for another key or hold: its popup is there. */
  readonly popupOpened?: true | undefined;
}
