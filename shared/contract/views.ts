import type { z } from 'zod';
import type { ConfigDiff, ImportMode } from '../config/config-diff.ts';
import type { ConfigSnapshot } from '../config/resolve-layers.ts';
import type { AgentIdentity } from '../model/agent-identity.ts';
import type { CallerBefore } from '../calls/caller-before.ts';
import type { Caller, StoredCaller } from '../calls/caller-text.ts';
import type { CallNote } from '../model/call-note.ts';
import type { CallOutcome, CallRow } from '../model/call-record.ts';
import type { CallData } from '../model/call-fields.ts';
import type { LogEntry, UnreadEntry, sourcePhaseSchema } from '../model/log-entry.ts';
import type { Pause } from '../model/pause.ts';
import type { PopupRecord } from '../model/popup-record.ts';
import type { CallStage } from '../model/stage.ts';
import type { SkipReason } from '../model/skip-reason.ts';
import type { Attempt, Delivery } from '../model/delivery.ts';
import type { Message } from '../text/message.ts';

/** How the connection of one source is doing. */
export type SourcePhase = z.infer<typeof sourcePhaseSchema>;

export interface SourceView {
  readonly id: string;
  readonly name: string;
  readonly phase: SourcePhase;
  /** What is wrong and what to do; null when all is well. */
  readonly problem: Message | null;
  /** True where the phone system calls this computer. */
  readonly isCalled?: boolean | undefined;
  /** Where it listens for that. */
  readonly place?: { readonly host: string; readonly port: number } | undefined;
  /** Milliseconds since 1970 of the next attempt, while waiting. */
  readonly retryAt?: number | undefined;
  /** Milliseconds since 1970 of the last event. */
  readonly lastEventAt?: number | undefined;
  readonly received: number;
  readonly rejected: number;
  /** Why the last refused frame was refused. */
  readonly lastRejection: Message | null;
}

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

/** One popup that was asked for, as this agent sees it. */
export type RecentPopup = Readonly<Omit<PopupRecord, 'agent' | 'request'>> & StoredCaller;

/** Something a person should know, until it is dismissed. */
export interface Notice {
  readonly id: string;
  readonly level: 'info' | 'warning' | 'error';
  readonly said: Message;
}

/** Whether a secret can be used. `unreadable`: stored, but this computer can no longer decrypt it. */
export type SecretState = 'ready' | 'missing' | 'unreadable';

/** The configuration in force, as far as the user may see it: definitions are empty without the right to view them. */
export interface ConfigView extends Omit<ConfigSnapshot, 'agent' | 'origins'> {
  readonly agent?: AgentIdentity | undefined;
  /** The popups that every agent can open. */
  readonly openable: readonly { readonly id: string; readonly name: string }[];
  /** Whether a click-to-call URL is set. */
  readonly canDial: boolean;
  readonly rights: RightsView;
  /** Parts (`popups`, `settings.appearance`) that a configuration file decides. */
  readonly locked: readonly string[];
  /** By reference name. */
  readonly secrets: Readonly<Record<string, SecretState>>;
  /** Where secrets go: `none` means that saving one is refused. */
  readonly secretStorage: 'system' | 'plaintext' | 'none';
}

/** What the user may do now. */
export interface RightsView {
  readonly view: boolean;
  readonly create: boolean;
  readonly edit: boolean;
  /** Settings, the PIN, import, export and publishing. */
  readonly administer: boolean;
  /** True where there is a PIN, entered or not. */
  readonly hasPin: boolean;
}

/** A file that was published before. */
export interface RevisionView {
  readonly revision: number;
  readonly at: string;
  readonly note: string;
}

/** What publishing would do. */
export interface PublishView {
  readonly file: string;
  readonly token: string;
  /** Of the file as it is now; undefined where there is none yet. */
  readonly current?: number | undefined;
  readonly diff: ConfigDiff;
  /** Of what would be published: secrets that travel unencrypted, keys that are too short. */
  readonly warnings: readonly Message[];
  /** Environment variables that the desks need for the keys and tokens. */
  readonly variables: readonly string[];
  /** Newest first. */
  readonly history: readonly RevisionView[];
}

/** A CRM the agent can sign in to before the first call. */
export interface SignInView {
  readonly popupId: string;
  readonly host: string;
  readonly signedIn: boolean;
}

export interface DemoView {
  readonly running: boolean;
}

/** The outbox in short. `version` grows with each change. */
export interface OutboxSummary {
  readonly waiting: number;
  readonly dead: number;
  readonly version: number;
}

export interface DeliveriesView {
  readonly rows: readonly Delivery[];
  readonly total: number;
}

export interface DeliveryDetail {
  readonly id: string;
  readonly method: string;
  readonly url: string;
  /** `Name: value`, secrets masked. */
  readonly headers: readonly string[];
  readonly body?: string | undefined;
  readonly attempts: readonly Attempt[];
}

/** One entry of the log, with the number that orders it: the next page begins before it. */
export type ShownLogEntry = (LogEntry | UnreadEntry) & { readonly number: number };

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

/** Everything the desk shows. Sent whole once, then slice by slice. */
export interface DeskState {
  readonly app: { readonly version: string; readonly electron: string };
  readonly demo: DemoView;
  readonly notices: readonly Notice[];
  readonly sources: readonly SourceView[];
  readonly calls: readonly CallView[];
  readonly recent: readonly RecentPopup[];
  /** When each popup was last asked for, by its id: milliseconds since 1970. */
  readonly lastUsed: Readonly<Record<string, number>>;
  readonly outbox: OutboxSummary;
  /** The agent's own pause of all popups; webhooks go on. */
  readonly paused: { readonly pause: Pause | undefined };
  /** Grows with everything that is written into the log. */
  readonly entryLog: { readonly version: number };
  readonly notes: NotesView;
  /** `version` grows with everything that is written into the history of calls; `missed` were not looked at yet. */
  readonly history: { readonly version: number; readonly missed: number };
  /** Whether the card of the current call is wanted on screen. */
  readonly card: { readonly shown: boolean };
  readonly config: ConfigView;
  readonly signIns: readonly SignInView[];
}

/** A batch of changes. `revision` follows the one before by 1: on a gap the receiver fetches the whole. */
export interface StatePatch {
  readonly revision: number;
  readonly patch: Partial<DeskState>;
}

/** What each rule would do. */
export interface RuleTrial {
  readonly rules: readonly {
    readonly ruleId: string;
    readonly name: string;
    /** Why it would not fire; undefined where it would. */
    readonly reason?: SkipReason | undefined;
    readonly actions: readonly TriedAction[];
  }[];
}

/** What one action of a rule would do. */
export interface TriedAction {
  readonly kind: 'popup' | 'send' | 'ask';
  readonly name: string;
  /** Name of its flow. */
  readonly flow?: string | undefined;
  /** Variables of the flow whose answer decides whether it comes to this. */
  readonly onlyIf?: readonly string[] | undefined;
  /** Only where the lookup with this webhook fails. */
  readonly ifFails?: string | undefined;
  /** A popup's address, readable and as it is sent. */
  readonly plainUrl?: string | undefined;
  readonly url?: string | undefined;
  /** A webhook's request as a curl command; its secrets are masked. */
  readonly curl?: string | undefined;
  readonly problem?: Message | undefined;
}

/** A configuration file that was read and waits for the decision. */
export interface ImportView {
  readonly file: string;
  readonly token: string;
  /** True where the file carries keys and tokens behind a passphrase. */
  readonly sealed: boolean;
  /** True where it names keys or tokens that it does not carry, and this computer does not have. */
  readonly missingSecrets: boolean;
  /** Of what the file brings: secrets that travel unencrypted, keys that are too short. */
  readonly warnings: readonly Message[];
  readonly diffs: Readonly<Record<ImportMode, ConfigDiff>>;
}

/** Where a source of this computer is called; undefined where it does not listen now, or takes no links. */
export interface SourceAddress {
  readonly url: string | undefined;
  /** `ringcue://event/…` */
  readonly link: string | undefined;
}

/** One step of testing a source's connection. */
export interface TestStep {
  readonly name: 'name' | 'reach' | 'connect' | 'listen' | 'message';
  readonly outcome: 'ok' | 'failed' | 'open';
  /** What was found, or what is wrong and what to do. */
  readonly said: Message | null;
}

export interface PreviewView {
  /** What the window would load. */
  readonly url: string;
  /** With readable parameters. */
  readonly plainUrl: string;
}

/** Where a file was saved; undefined where saving was cancelled. */
export interface SavedFile {
  readonly file: string | undefined;
}
