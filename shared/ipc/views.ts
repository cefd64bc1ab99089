import type { ConfigDiff, ImportMode } from '../config/config-diff.ts';
import type { AgentIdentity } from '../model/agent-identity.ts';
import type { CallData } from '../model/call-fields.ts';
import type { Hook } from '../model/hook.ts';
import type { Popup } from '../model/popup.ts';
import type { Settings } from '../model/settings.ts';
import type { Source } from '../model/source.ts';
import type { CallStage, Stage } from '../model/stage.ts';
import type { SkipReason } from '../matching/match-hook.ts';

/** How the connection of one source is doing. */
export type SourcePhase = 'connecting' | 'connected' | 'waiting' | 'stopped';

export interface SourceView {
  readonly id: string;
  readonly name: string;
  readonly phase: SourcePhase;
  /** A plain sentence on what is wrong and what to do; empty when all is well. */
  readonly problem: string;
  /** Milliseconds since 1970 of the next attempt, while waiting. */
  readonly retryAt?: number | undefined;
  /** Milliseconds since 1970 of the last event. */
  readonly lastEventAt?: number | undefined;
  readonly received: number;
  readonly rejected: number;
  /** Why the last refused frame was refused. */
  readonly lastRejection: string;
}

export interface CallView {
  readonly key: string;
  readonly stage: CallStage;
  readonly startedAt: number;
  readonly answeredAt?: number | undefined;
  readonly endedAt?: number | undefined;
  readonly data: CallData;
}

/** One popup that was asked for, with what became of it. */
export interface RecentPopup {
  readonly id: string;
  readonly at: number;
  readonly popupId: string;
  readonly popupName: string;
  readonly caller: string;
  readonly queue: string;
  readonly outcome: 'opened' | 'failed';
  /** A sentence, when it failed. */
  readonly problem: string;
  /** Seconds the call's event was late, after an outage; 0 when it came at once. */
  readonly lateSeconds: number;
}

/** Something a person should know, until it is dismissed. */
export interface Notice {
  readonly id: string;
  readonly level: 'info' | 'warning' | 'error';
  readonly text: string;
}

/** Whether a secret can be used. `unreadable`: stored, but this computer can no longer decrypt it. */
export type SecretState = 'ready' | 'missing' | 'unreadable';

export interface ConfigView {
  readonly revision: number;
  readonly agent?: AgentIdentity | undefined;
  readonly sources: readonly Source[];
  readonly popups: readonly Popup[];
  readonly hooks: readonly Hook[];
  readonly settings: Settings;
  /** Parts (`popups`, `settings.appearance`) that a configuration file decides. */
  readonly locked: readonly string[];
  /** By reference name. */
  readonly secrets: Readonly<Record<string, SecretState>>;
  /** Where secrets go: `none` means that saving one is refused. */
  readonly secretStorage: 'system' | 'plaintext' | 'none';
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
  readonly config: ConfigView;
  readonly signIns: readonly SignInView[];
}

/** A batch of changes. `revision` follows the one before by 1: on a gap the receiver fetches the whole. */
export interface StatePatch {
  readonly revision: number;
  readonly patch: Partial<DeskState>;
}

/** Which call hooks are tried on. */
export type TrialCall =
  | { readonly from: 'sample' }
  | { readonly from: 'popup'; readonly id: string }
  | { readonly from: 'typed'; readonly json: string };

export interface HookTrialRequest {
  readonly stage: Stage;
  readonly call: TrialCall;
  /** A hook as it stands in its editor: it takes the place of the saved one. */
  readonly draft?: Hook | undefined;
}

/** What each hook would do. */
export interface HookTrial {
  readonly hooks: readonly {
    readonly hookId: string;
    readonly name: string;
    /** Why it would not fire; undefined where it would. */
    readonly reason?: SkipReason | undefined;
    readonly popups: readonly {
      readonly name: string;
      readonly plainUrl?: string;
      readonly url?: string;
      readonly problem?: string;
    }[];
  }[];
}

/** A configuration file that was read and waits for the decision. */
export interface ImportView {
  readonly file: string;
  readonly token: string;
  /** True where the file carries keys and tokens behind a passphrase. */
  readonly sealed: boolean;
  /** True where it names keys or tokens that it does not carry, and this computer does not have. */
  readonly missingSecrets: boolean;
  readonly diffs: Readonly<Record<ImportMode, ConfigDiff>>;
}

/** One step of testing a source's connection. */
export interface TestStep {
  readonly name: 'name' | 'reach' | 'connect' | 'message';
  readonly outcome: 'ok' | 'failed' | 'open';
  /** What was found, or a sentence on what is wrong and what to do. */
  readonly text: string;
}
