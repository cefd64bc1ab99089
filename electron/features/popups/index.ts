import type { BrowserWindow } from 'electron';
import type { ConfigSnapshot } from '../../../shared/config/resolve-layers.ts';
import type { CallData } from '../../../shared/model/call-fields.ts';
import type { SecretRef } from '../../../shared/model/secret.ts';
import type { Clock } from '../../platform/clock.ts';
import type { NativeLanguage } from '../../platform/language.ts';
import { errorText, type Log } from '../../platform/logging/log.ts';
import type { NoteMemory } from '../../platform/storage/note-memory.ts';
import type { HistoryStore } from '../../platform/storage/storage.ts';
import { BrowserOpener } from './browser-opener.ts';
import { CrmSessions, partitionOf } from './crm-session.ts';
import { PlacementMemory } from './placement-memory.ts';
import { PopupService, type PopupRecorded } from './popup-service.ts';
import { PopupWindows, type AutoClosed } from './popup-windows.ts';
import { PreparedUrls } from './prepared-urls.ts';
import { SignIns } from './sign-ins.ts';
import { WindowPool } from './window-pool.ts';

interface Deps {
  readonly clock: Clock;
  readonly log: Log;
  readonly snapshot: () => ConfigSnapshot;
  readonly history: HistoryStore;
  readonly placements: NoteMemory;
  readonly revealSecret: (ref: SecretRef) => string | undefined;
  /** @throws where the system has no browser for it */
  readonly openExternal: (url: string) => Promise<void>;
  readonly language: NativeLanguage;
  readonly openFindBar: (window: BrowserWindow) => void;
  readonly isOnline: (host: string) => boolean;
  /** Seconds since the last input anywhere on this computer. */
  readonly idleSeconds: () => number;
  readonly onNotice: (text: string) => void;
  readonly callerText: (call: CallData) => string;
  readonly isPaused: () => boolean;
  readonly onRecorded: (recorded: PopupRecorded) => void;
  readonly onAutoClosed: (closed: AutoClosed) => void;
  readonly onSignIns: () => void;
  readonly onChange: () => void;
}

/** All that opens popups, joined. */
export function createPopupParts(deps: Deps) {
  const { clock, log, snapshot } = deps;
  const sessions = new CrmSessions(() => snapshot().settings, log);
  const pool = new WindowPool(clock, log);
  const urls = new PreparedUrls();
  const signIns = new SignIns(deps.onSignIns);
  const browser = new BrowserOpener(deps.openExternal, clock, log);
  const windows = new PopupWindows({
    ...deps,
    pool,
    browser,
    placements: new PlacementMemory(deps.placements),
    limit: () => snapshot().settings.popupLimit,
    onSignedIn: (popup) => signIns.confirm(popup),
  });
  const popups = new PopupService({ ...deps, urls, windows, browser });
  return {
    popups,
    urls,
    signIns,
    windows,
    /** Resolves when a preloaded window is ready, if one is wanted. */
    settled: () => pool.settled(),
    /** The configuration or the current agent changed. */
    apply(): void {
      const now = snapshot();
      const partition = partitionOf(now.agent);
      sessions.prepare(partition);
      popups
        .usePartition(partition)
        .catch((error: unknown) => log.error('history not read', { problem: errorText(error) }));
      signIns.apply(now.popups, partition);
      urls.apply(now.popups, deps.revealSecret);
      pool.prepare(now.settings.prepareWindows ? partition : undefined);
    },
    /** Keys changed. */
    applySecrets: () => urls.apply(snapshot().popups, deps.revealSecret),
    async stop(): Promise<void> {
      windows.dispose();
      pool.dispose();
      await sessions.flush();
    },
  };
}
