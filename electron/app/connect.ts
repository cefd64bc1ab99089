import type { Dispose } from '../platform/events.ts';
import { switchOffGone } from '../features/webhooks/index.ts';
import type { Core } from './core.ts';
import type { Services } from './services.ts';
import type { Shell } from './shell.ts';
import { message } from '../../shared/text/message.ts';

/** Which service hears what of which. */
export function connectServices(core: Core, services: Services): Dispose[] {
  const { config, storage } = core;
  const { calls, popups, webhooks, sources, flows, notices, log, managed, updates } = services;
  const { service: configService, edits } = config;
  const { presence: cardPresence } = services.card;
  return [
    calls.events.on('callChanged', (key) => cardPresence.callChanged(key)),
    calls.events.on('callChanged', () => {
      managed.settle();
      updates.settle();
    }),
    managed.changed.add(() => updates.settle()),
    popups.events.on('shown', ({ request }) => cardPresence.popupShown(request.callKey)),
    popups.events.on('notShown', ({ callKey }) => cardPresence.popupShown(callKey)),
    // Where a flow asks, no popup comes before the answer.
    flows.choices.changed.add(() => {
      for (const { callKey } of flows.choices.views()) cardPresence.popupShown(callKey);
    }),
    calls.events.on('signalled', ({ callKey, signal }) => {
      if (signal !== 'wrapped-up') flows.callOver(callKey, signal);
      popups.windows.signal(callKey, signal);
    }),
    calls.events.on('traced', log.traced),
    calls.events.on('missed', log.callMissed),
    calls.events.on('agentState', log.agentState),
    calls.events.on('systemChanged', log.systemChanged),
    popups.events.on('recorded', log.popupRecorded),
    popups.events.on('autoClosed', log.popupClosed),
    popups.events.on('notice', (said) => notices.add('info', said)),
    webhooks.events.on('attempted', log.attempted),
    webhooks.events.on('gone', (gone) => switchOffGone(gone, { configService, edits, notices })),
    webhooks.events.on('notAccepted', (name) =>
      notices.add('error', message('problem.webhook.notStored', { name })),
    ),
    sources.changed.add(() => log.connections(sources.manager.views())),
    storage.onDamage((damage) => {
      core.log.error('database damaged', { ...damage });
      notices.add('error', message('problem.storage.damaged', { ...damage }));
    }),
  ];
}

/** What the desk's window, the tray and the stream to our pages hear. */
export function connectShell(core: Core, services: Services, shell: Shell): Dispose[] {
  const { calls, popups, sources } = services;
  const { presence } = shell;
  return [
    ...connectDesk(core, services, shell),
    ...connectStream(core, services, shell),
    calls.events.on('missed', presence.missed),
    popups.events.on('recorded', ({ problem }) => {
      if (problem !== null) presence.notOpened(problem);
    }),
    popups.events.on('pauseChanged', presence.stateChanged),
    sources.changed.add(presence.stateChanged),
  ];
}

function connectDesk(
  { trusted, config }: Core,
  { popups, card }: Services,
  shell: Shell,
): Dispose[] {
  const { desk, stream, presence, quit, deskContract } = shell;
  return [
    desk.events.on('created', (window) => {
      trusted.add(window.webContents, deskContract);
      stream.addReceiver(window.webContents);
      card.deskCreated(window);
    }),
    desk.events.on('appeared', () => popups.windows.stayInFront()),
    desk.events.on('closed', () => {
      if (!presence.staysAfterClose()) quit();
      else if (card.presence.shown) desk.prepare();
    }),
    desk.events.on('focused', () => {
      presence.system.seen();
      card.presence.deskFocused(true);
    }),
    desk.events.on('left', () => card.presence.deskFocused(false)),
    card.events.on('changed', ({ shown }) => {
      // The desk draws it, also where it was closed.
      if (shown && config.snapshot().settings.closeToTray) desk.prepare();
      stream.touch('card');
    }),
  ];
}

function connectStream({ config }: Core, services: Services, { stream }: Shell): Dispose[] {
  const { calls, flows, popups, webhooks, sources, notices, demo, log, managed, updates } =
    services;
  return [
    calls.events.on('changed', () => stream.touch('calls')),
    flows.choices.changed.add(() => stream.touch('choices')),
    calls.events.on('historyChanged', () => stream.touch('history')),
    calls.events.on('missedCounted', () => stream.touch('history')),
    calls.events.on('notesChanged', () => stream.touch('notes')),
    popups.events.on('opening', (painted) => stream.waitFor(painted)),
    popups.events.on('listChanged', () => {
      stream.touch('recent');
      stream.touch('lastUsed');
    }),
    popups.events.on('signInsChanged', () => stream.touch('signIns')),
    popups.events.on('pauseChanged', () => stream.touch('paused')),
    webhooks.events.on('counted', () => stream.touch('outbox')),
    sources.changed.add(() => stream.touch('sources')),
    notices.changed.add(() => stream.touch('notices')),
    demo.events.on('changed', () => stream.touch('demo')),
    managed.changed.add(() => stream.touch('managed')),
    updates.changed.add(() => stream.touch('update')),
    log.written.add(() => stream.touch('entryLog')),
    config.lock.changed.add(() => stream.touch('config')),
  ];
}
