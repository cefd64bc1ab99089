import type { CallView, ContactChoice, NotesView } from './call-views.ts';
import type { SourceView } from './source-views.ts';
import type { ConfigDiff, ImportMode } from '../config/config-diff.ts';
import type { ConfigSnapshot, ManagedOrigin } from '../config/resolve-layers.ts';
import type { AgentIdentity } from '../model/agent-identity.ts';
import type { StoredCaller } from '../calls/caller-text.ts';
import type { LogEntry, UnreadEntry } from '../model/log-entry.ts';
import type { Pause } from '../model/pause.ts';
import type { PopupRecord } from '../model/popup-record.ts';
import type { SkipReason } from '../model/skip-reason.ts';
import type { Attempt, Delivery } from '../model/delivery.ts';
import type { Message } from '../text/message.ts';

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
  /** Parts (`popups`, `settings.appearance`) that are decided above the user, and by which layer. */
  readonly locked: Readonly<Record<string, ManagedOrigin>>;
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

/** How what is published reaches desks that have its URL in their policy. */
export interface SharedDeliveryView {
  /** For the policy: desks take nothing that its private key has not signed. */
  readonly publicKey: string;
  /** Empty: the signed file is only written beside the other. */
  readonly url: string;
  readonly hasToken: boolean;
  /** How many desks run which revision, newest first; undefined where the server counts none. */
  readonly revisions?: readonly { readonly revision: number; readonly desks: number }[] | undefined;
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
  /** Undefined where nothing is signed. */
  readonly shared?: SharedDeliveryView | undefined;
  /** Newest first. */
  readonly history: readonly RevisionView[];
}

/** What the company decides on this computer, and how new it is. */
export interface ManagedView {
  /** Where a policy is in force. */
  readonly policyFile?: string | undefined;
  /** Where configurations come from, without its query. */
  readonly url?: string | undefined;
  /** In force; undefined where none of the URL is. */
  readonly revision?: number | undefined;
  readonly published?: { readonly at: string; readonly note: string } | undefined;
  /** When the URL last answered: milliseconds since 1970. */
  readonly checkedAt?: number | undefined;
  /** Something newer waits for the end of the call. */
  readonly isWaiting: boolean;
  /** Why nothing newer comes. */
  readonly problem?: Message | undefined;
}

/** Why Ringcue does not update itself. */
export type WhyNoUpdates = 'notPackaged' | 'policy' | 'noAddress' | 'byPackage' | 'forAll';

/** Whether a newer version is there. `waiting`: for the end of the call; `ready`: it runs after the next start. */
export type UpdateView =
  | { readonly state: 'off'; readonly why: WhyNoUpdates }
  | {
      readonly state: 'idle';
      /** When the server last answered: milliseconds since 1970. */
      readonly checkedAt?: number | undefined;
      readonly problem?: Message | undefined;
    }
  | { readonly state: 'fetching' | 'ready'; readonly version: string }
  | { readonly state: 'waiting' };

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
  /** The request as a command for a terminal; it names secrets and has none. */
  readonly curl: string;
  readonly attempts: readonly Attempt[];
}

/** One entry of the log, with the number that orders it: the next page begins before it. */
export type ShownLogEntry = (LogEntry | UnreadEntry) & { readonly number: number };

/** Everything the desk shows. Sent whole once, then slice by slice. */
export interface DeskState {
  readonly app: { readonly version: string; readonly electron: string };
  readonly demo: DemoView;
  readonly notices: readonly Notice[];
  readonly sources: readonly SourceView[];
  readonly calls: readonly CallView[];
  readonly choices: readonly ContactChoice[];
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
  readonly managed: ManagedView;
  readonly update: UpdateView;
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

export interface PreviewView {
  /** What the window would load. */
  readonly url: string;
  /** With readable parameters. */
  readonly plainUrl: string;
  /** What the parameters carry for this call, by their names; without those that are left out. */
  readonly parameters: readonly (readonly [name: string, value: string])[];
}

/** Where a file was saved; undefined where saving was cancelled. */
export interface SavedFile {
  readonly file: string | undefined;
}
