import { app } from 'electron';
import { isLocked, type ConfigSnapshot } from '../../shared/config/resolve-layers.ts';
import type { ConfigView, RightsView } from '../../shared/contract/views.ts';
import type { AdminLock } from '../features/config/admin-lock.ts';
import type { CallDesk } from '../features/calls/call-desk.ts';
import type { CallNotes } from '../features/calls/call-notes.ts';
import type { SecretVault } from '../features/config/secret-vault.ts';
import type { DemoCallCentre } from '../features/demo/demo-call-centre.ts';
import type { StateReaders } from '../platform/ipc/state-stream.ts';
import type { Notices } from '../features/notices/index.ts';
import type { PopupService } from '../features/popups/popup-service.ts';
import type { PopupPause } from '../features/popups/popup-pause.ts';
import type { SignIns } from '../features/popups/sign-ins.ts';
import { electronVersion } from '../platform/runtime.ts';
import type { Deliveries } from '../features/webhooks/deliveries.ts';
import type { SourceManager } from '../features/sources/source-manager.ts';

interface Parts {
  readonly snapshot: () => ConfigSnapshot;
  readonly vault: SecretVault;
  readonly sources: SourceManager;
  readonly calls: CallDesk;
  readonly popups: PopupService;
  readonly signIns: SignIns;
  readonly notices: Notices;
  readonly demo: DemoCallCentre;
  readonly deliveries: Deliveries;
  readonly pause: PopupPause;
  readonly journalVersion: () => number;
  readonly notes: CallNotes;
  readonly historyVersion: () => number;
  readonly lock: AdminLock;
}

/** How each slice of the desk's state is read. */
export function createStateReaders(parts: Parts): StateReaders {
  return {
    app: () => ({ version: app.getVersion(), electron: electronVersion }),
    demo: () => ({ running: parts.demo.isRunning() }),
    notices: () => parts.notices.all(),
    sources: () => parts.sources.views(),
    calls: () => parts.calls.views(),
    recent: () => parts.popups.recent(),
    lastUsed: () => parts.popups.lastUsed(),
    outbox: () => parts.deliveries.summary(),
    paused: () => ({ pause: parts.pause.current() }),
    journal: () => ({ version: parts.journalVersion() }),
    notes: () => parts.notes.view(),
    history: () => ({ version: parts.historyVersion() }),
    config: () => configView(parts.snapshot(), parts.vault, parts.lock.rights()),
    signIns: () => parts.signIns.views(),
  };
}

function configView(snapshot: ConfigSnapshot, vault: SecretVault, rights: RightsView): ConfigView {
  const { origins, settings, ...parts } = snapshot;
  // The hash of a short PIN is as good as the PIN: our pages need not have it.
  const { adminPin: _pin, ...shown } = settings;
  return {
    ...parts,
    settings: shown,
    rights,
    locked: Object.keys(origins).filter((name) => isLocked(origins, name)),
    secrets: vault.states(),
    secretStorage: vault.storage(),
  };
}
