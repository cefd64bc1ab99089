import { app } from 'electron';
import { configView } from '../features/config/index.ts';
import type { StateReaders } from '../platform/ipc/state-stream.ts';
import { electronVersion } from '../platform/runtime.ts';
import type { Core } from './core.ts';
import type { Services } from './services.ts';

/** How each slice of the desk's state is read. */
export function createStateReaders({ config }: Core, services: Services): StateReaders {
  const { notices, demo, sources, calls, popups, webhooks, log, card, flows } = services;
  return {
    app: () => ({ version: app.getVersion(), electron: electronVersion }),
    demo: () => ({ running: demo.centre.isRunning() }),
    notices: () => notices.all(),
    sources: () => sources.manager.views(),
    calls: () => calls.desk.views(),
    choices: () => flows.choices.views(),
    recent: () => popups.records.recent(),
    lastUsed: () => popups.records.lastUsed(),
    outbox: () => webhooks.deliveries.summary(),
    paused: () => ({ pause: popups.pause.current() }),
    entryLog: () => ({ version: log.version() }),
    notes: () => calls.notes.view(),
    history: () => ({ version: calls.historyVersion(), missed: calls.missedCount.current() }),
    card: () => ({ shown: card.presence.shown }),
    config: () => configView(config.snapshot(), config.vault, config.lock.rights()),
    managed: () => services.managed.view(),
    update: () => services.updates.view(),
    signIns: () => popups.signIns.views(),
  };
}
