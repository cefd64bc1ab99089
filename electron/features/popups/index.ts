import type { BrowserWindow } from 'electron';
import type { StoredCaller } from '../../../shared/calls/caller-text.ts';
import type { ConfigSnapshot } from '../../../shared/config/resolve-layers.ts';
import type { TrialCall } from '../../../shared/contract/inputs.ts';
import type { AgentIdentity } from '../../../shared/model/agent-identity.ts';
import type { CallData } from '../../../shared/model/call-fields.ts';
import { supportContactOf, type SupportContact } from '../../../shared/model/support-contact.ts';
import type { SecretRef } from '../../../shared/model/secret.ts';
import type { Clock } from '../../platform/clock.ts';
import { Events } from '../../platform/events.ts';
import type { NativeLanguage } from '../../platform/language.ts';
import { errorText, type Log } from '../../platform/logging/log.ts';
import type { KeptValues } from '../../platform/storage/kept-values.ts';
import { historyKeyOf } from '../../platform/storage/history-key.ts';
import type { PopupStore } from '../../platform/storage/storage.ts';
import { PlacementMemory } from '../../platform/windows/placement-memory.ts';
import { BrowserOpener } from './browser-opener.ts';
import { crmPartitionOf } from './crm-partition.ts';
import { createCrmWindow } from './create-window.ts';
import { CrmSessions } from './crm-session.ts';
import { Downloads } from './downloads.ts';
import type { PopupEvents } from './popup-events.ts';
import { PopupPause } from './popup-pause.ts';
import { PopupRecords } from './popup-records.ts';
import { PopupService } from './popup-service.ts';
import { PopupWindows, type PopupWindowsDeps } from './popup-windows.ts';
import { PreparedUrls } from './prepared-urls.ts';
import { ProblemPages } from './problem/problem-pages.ts';
import type { CallerNotes } from './problem/problem-screen.ts';
import { SignIns } from './sign-ins.ts';
import { trialCallOf } from './trial-call.ts';
import { WarmConnections } from './warm-connections.ts';
import { WindowPool } from './window-pool.ts';

interface Deps {
  readonly clock: Clock;
  readonly log: Log;
  readonly snapshot: () => ConfigSnapshot;
  readonly store: PopupStore;
  readonly placements: KeptValues;
  readonly revealSecret: (ref: SecretRef) => string | undefined;
  /** @throws where the system has no browser for it */
  readonly openExternal: (url: string) => Promise<void>;
  readonly language: NativeLanguage;
  readonly openFindBar: (window: BrowserWindow) => void;
  readonly isOnline: (host: string) => boolean;
  /** Seconds since the last input anywhere on this computer. */
  readonly idleSeconds: () => number;
  readonly callerOf: (call: CallData) => StoredCaller;
  /** How numbers are written. */
  readonly showNumber: (number: string) => string;
  readonly notes: CallerNotes;
  /** Keeps a pause over a restart. */
  readonly pauseNotes: KeptValues;
}

/** All that opens popups, joined. */
export function createPopups(deps: Deps) {
  const { clock, log, snapshot } = deps;
  const events = new Events<PopupEvents>();
  const downloads = new Downloads({ clock, log, onNotice: (said) => events.emit('notice', said) });
  const pages = new ProblemPages();
  const sessions = new CrmSessions(() => snapshot().settings, log, downloads, pages);
  const pool = new WindowPool(clock, (partition) => createCrmWindow(partition, log));
  events.on('opening', (painted) => pool.refillAfter(painted));
  const connections = new WarmConnections(deps);
  const urls = new PreparedUrls();
  const signIns = new SignIns(() => events.emit('signInsChanged'));
  const pause = new PopupPause(deps.pauseNotes, clock, () => events.emit('pauseChanged'));
  const browser = new BrowserOpener(deps.openExternal, clock, log);
  const support = (): SupportContact | undefined => supportContactOf(snapshot().settings);
  const windows = createWindows(deps, {
    events,
    pool,
    browser,
    downloads,
    signIns,
    support,
    pages,
  });
  const records = new PopupRecords(deps);
  const service = new PopupService({
    ...deps,
    events,
    records,
    urls,
    windows,
    browser,
    isPaused: () => pause.current() !== undefined,
  });
  return {
    service,
    records,
    urls,
    signIns,
    windows,
    pause,
    events,
    /** A call to try definitions on, as one of the current agent where it names none. */
    trialCall: (choice: TrialCall) =>
      trialCallOf(choice, snapshot().agent, (id) => service.callOf(id)),
    /** Resolves when a preloaded window is ready, if one is wanted. */
    settled: () => pool.settled(),
    /** The configuration or the current agent changed. */
    apply(): void {
      const now = snapshot();
      const partition = crmPartitionOf(now.agent);
      const { prepareWindows } = now.settings;
      const crm = sessions.prepare(partition);
      useAgent(service, now.agent, log);
      signIns.apply(now.popups, partition);
      urls.apply(now.popups, deps.revealSecret);
      pool.prepare(prepareWindows ? partition : undefined);
      connections.keep(prepareWindows ? crm : undefined, now.popups);
    },
    /** The mail, the phone or the page of whom to ask; nothing where nobody is set. */
    openSupport: () => browser.openContact(support()),
    /** Keys changed. */
    applySecrets: () => urls.apply(snapshot().popups, deps.revealSecret),
    /** A pause of an earlier run ends in this one. */
    start: () => pause.start(),
    async stop(): Promise<void> {
      pause.dispose();
      windows.dispose();
      connections.dispose();
      pool.dispose();
      await sessions.flush();
    },
  };
}

interface WindowParts extends Pick<
  PopupWindowsDeps,
  'events' | 'pool' | 'browser' | 'downloads' | 'support' | 'pages'
> {
  readonly signIns: SignIns;
}

const createWindows = (deps: Deps, { signIns, ...parts }: WindowParts): PopupWindows =>
  new PopupWindows({
    ...deps,
    ...parts,
    placements: new PlacementMemory(deps.placements),
    limit: () => deps.snapshot().settings.popupLimit,
    onSignedIn: (popup) => signIns.confirm(popup),
  });

function useAgent(service: PopupService, agent: AgentIdentity | undefined, log: Log): void {
  service
    .useAgent(crmPartitionOf(agent), historyKeyOf(agent))
    .catch((error: unknown) => log.error('history not read', { problem: errorText(error) }));
}

export type Popups = ReturnType<typeof createPopups>;
export { FindBars } from './find-bar.ts';
export type { AutoClosed, PopupRecorded, PopupShown } from './popup-events.ts';
export type { PopupRequest } from './popup-request.ts';
export type { PopupService } from './popup-service.ts';
export type { PreparedUrls } from './prepared-urls.ts';
export { problemScheme } from './problem/problem-pages.ts';
export type { CallerNotes } from './problem/problem-screen.ts';
