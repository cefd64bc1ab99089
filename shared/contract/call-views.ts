import type { CallerBefore } from '../calls/caller-before.ts';
import type { Caller } from '../calls/caller-text.ts';
import type { CallData } from '../model/call-fields.ts';
import type { CallNote } from '../model/call-note.ts';
import type { CallOutcome, CallRow } from '../model/call-record.ts';
import type { CallStage } from '../model/stage.ts';

export interface CallView {
  readonly key: string;
  readonly stage: CallStage;
  readonly outcome: CallOutcome;
  /** As it is shown. */
  readonly caller: Caller;
  readonly startedAt: number;
  /** When it began to wait in a queue; undefined where it did not. */
  readonly queuedAt?: number | undefined;
  /** When it rang here last. */
  readonly rangAt?: number | undefined;
  readonly answeredAt?: number | undefined;
  readonly endedAt?: number | undefined;
  /** Earlier calls of its number; undefined where none is known, or the call is over. */
  readonly before?: CallerBefore | undefined;
  readonly data: CallData;
}

/** Several customers match the caller, and a flow waits for the agent to say which. */
export interface ContactChoice {
  readonly id: string;
  readonly callKey: string;
  readonly matches: readonly { readonly label: string; readonly detail: string }[];
  /** How many more match. */
  readonly more: number;
  /** Milliseconds since 1970: then the flow continues without. */
  readonly endsAt: number;
}

/** Notes of the agent on calls, by the calls' keys. */
export interface NotesView {
  /** Whether a webhook would send a note on; else none can be written. */
  readonly canSend: boolean;
  /** Written, but not sent yet. */
  readonly drafts: Readonly<Record<string, CallNote>>;
  /** When a note was sent, in this run: milliseconds since 1970. */
  readonly sent: Readonly<Record<string, number>>;
}

/** A call of the history. Times in milliseconds since 1970. */
export interface CallRecordView extends Readonly<
  Pick<CallRow, 'number' | 'startedAt' | 'outcome' | 'popupId' | 'note' | 'disposition'>
> {
  readonly key: string;
  readonly rangAt?: number | undefined;
  readonly answeredAt?: number | undefined;
  readonly endedAt?: number | undefined;
  readonly notedAt?: number | undefined;
  readonly caller: Caller;
  readonly queue: string;
  readonly campaign: string;
  readonly direction: string;
}
