import { app, powerMonitor, protocol, session, shell } from 'electron';
import { createHash } from 'node:crypto';
import { hostname } from 'node:os';
import path from 'node:path';
import { callerText } from '../../shared/calls/caller-text.ts';
import type { ConfigInput } from '../../shared/model/config-document.ts';
import { runActions } from '../features/rules/run-actions.ts';
import { createCallParts } from '../features/calls/index.ts';
import { AdminLock, gateOf } from '../features/config/admin-lock.ts';
import type { CommandLine } from '../startup/command-line.ts';
import { createCoreParts } from './core.ts';
import { Publisher } from '../features/config/publisher.ts';
import { ConfigTransfer } from '../features/config/config-transfer.ts';
import { createDemoParts } from '../features/demo/index.ts';
import { createDeskHandlers } from './ipc.ts';
import { TrustedSenders, installHandlers } from '../platform/ipc/typed-main.ts';
import { StateStream } from '../platform/ipc/state-stream.ts';
import { createJournalParts } from '../features/log/index.ts';
import { createNetworkParts } from '../platform/network/network-parts.ts';
import { createPresenceParts, type PresenceParts } from '../features/presence/index.ts';
import { diagnosticsText } from '../features/diagnostics/index.ts';
import { Notices } from '../features/notices/index.ts';
import { Once } from './once.ts';
import { quitInOrder } from './quit-in-order.ts';
import { createNativeLanguage } from '../platform/language.ts';
import { errorText } from '../platform/logging/log.ts';
import { FindBars } from '../features/popups/find-bar.ts';
import { createPopupParts } from '../features/popups/index.ts';
import { electronVersion, isOnline, systemCertificates, unpacked } from '../platform/runtime.ts';
import { createSourceParts } from '../features/sources/index.ts';
import type { TransportFactoryDeps } from '../features/sources/transport-factory.ts';
import { installAppMenu } from '../platform/windows/app-menu.ts';
import { appOrigin, appPages, serveApp } from '../platform/windows/app-scheme.ts';
import { DeskWindow } from '../platform/windows/desk-window.ts';
import { createFindBarWindow, sendFound } from '../platform/windows/find-bar-window.ts';
import { testSource } from '../features/sources/source-test.ts';
import { createStateReaders } from './state-readers.ts';
import { switchOffGone } from '../features/webhooks/switch-off-gone.ts';
import { webhookClock } from '../features/webhooks/webhook-clock.ts';
import { createWebhookParts } from '../features/webhooks/index.ts';

export interface StartOptions {
  readonly commandLine: CommandLine;
  /** From `--config`. */
  readonly config: ConfigInput | undefined;
  /** Everything is stored in here. */
  readonly folder: string;
}

/** The composition root: builds every part, joins them, and takes them apart in reverse at quit. */
export async function startApp({ commandLine, config, folder }: StartOptions): Promise<void> {
  const dist = __dirname;
  const preload = path.join(dist, 'preload.cjs');
  const disposers: (() => unknown)[] = [];

  const core = createCoreParts({
    folder,
    config,
    databaseWorker: unpacked(dist, 'database-worker.cjs'),
  });
  const {
    clock,
    log,
    vault,
    configService,
    edits,
    storage,
    memories,
    snapshot,
    revealSecret,
    mask,
    showNumber,
  } = core;
  log.info('start', { version: app.getVersion(), electron: electronVersion });
  if (app.commandLine.hasSwitch('no-sandbox')) log.warn("Chromium's sandbox is off (--no-sandbox)");

  const { positions, placements, admin: adminNotes } = memories;
  const journalParts = createJournalParts({
    store: storage.journal,
    clock,
    log,
    mask,
    snapshot,
    sendHttp: (request) => network.sendHttp(request),
    sendBytes: (request) => network.sendBytes(request),
    isByAdministrator: () => lock.rights().hasPin,
    showNumber,
    onMissed: (caller, queue) => presence.missed(caller, queue),
    onWritten: () => stream.touch('journal'),
  });
  disposers.push(
    () => storage.close(),
    () => memories.flush(),
    () => journalParts.stop(),
  );

  // Popups.
  const language = createNativeLanguage(
    () => snapshot().settings.language,
    () => app.getPreferredSystemLanguages(),
  );
  const trusted = new TrustedSenders(appOrigin);
  const findBars = new FindBars((parent) => {
    const bar = createFindBarWindow(parent, preload, language);
    trusted.add(bar.webContents, appPages['find-bar'].contract);
    return bar;
  }, sendFound);
  const popupParts = createPopupParts({
    clock,
    log,
    snapshot,
    history: storage.history,
    placements,
    revealSecret,
    language,
    openExternal: (url) => shell.openExternal(url),
    openFindBar: (window) => findBars.open(window),
    isOnline,
    idleSeconds: () => powerMonitor.getSystemIdleTime(),
    onNotice: (text) => notices.add('info', text),
    callerText: (call) => callerText(call, showNumber),
    isPaused: () => presence.pause.current() !== undefined,
    onRecorded(recorded) {
      journalParts.popupRecorded(recorded);
      if (recorded.outcome === 'failed') presence.notOpened(recorded.problem);
    },
    onAutoClosed: journalParts.popupClosed,
    onSignIns: () => stream.touch('signIns'),
    onChange() {
      stream.touch('recent');
      stream.touch('lastUsed');
    },
  });
  const { popups, urls, signIns } = popupParts;
  disposers.push(() => popupParts.stop());

  // The network.
  const network = createNetworkParts({
    systemCertificates,
    resolveProxy: (url) => session.defaultSession.resolveProxy(url),
    settings: () => snapshot().settings.network,
    revealSecret,
  });

  // Webhooks.
  const webhookParts = createWebhookParts({
    clock: webhookClock(process.env, app.isPackaged),
    log,
    store: storage.outbox,
    sendHttp: network.sendHttp,
    revealSecret,
    mask,
    retention() {
      const { days, deliveries } = snapshot().settings.retention;
      return { days, rows: deliveries };
    },
    isOnline,
    onGone: (id, name, template) =>
      switchOffGone(id, name, template, { configService, edits, notices }),
    onNotAccepted: (name) =>
      notices.add('error', `“${name}” was not sent: it could not be saved to disk.`),
    onAttempted: journalParts.attempted,
    onCounted: () => stream.touch('outbox'),
  });
  const { outbox, webhooks, flowRunner, deliveries, prepared: preparedWebhooks } = webhookParts;
  disposers.push(() => webhookParts.stop());

  // Calls.
  const callParts = createCallParts({
    clock,
    log,
    storage,
    snapshot,
    drafts: memories.drafts,
    showNumber,
    act: (occasion) =>
      runActions(occasion, {
        popups,
        webhooks,
        flowRunner,
        flows: () => snapshot().flows,
        log,
        mask,
      }),
    onSignal(callKey, signal) {
      if (signal === 'ended') flowRunner.callEnded(callKey);
      popupParts.windows.signal(callKey, signal);
    },
    onMissed: journalParts.callMissed,
    onTrace: journalParts.traced,
    onAgentState: journalParts.agentState,
    onHistory: () => stream.touch('history'),
    onNotes: () => stream.touch('notes'),
    onChange: () => stream.touch('calls'),
  });
  const { calls } = callParts;
  disposers.push(() => callParts.stop());

  // Sources.
  const transports: TransportFactoryDeps = {
    ...network,
    clock,
    log,
    positions,
    random: Math.random,
    revealSecret,
    deskId: createHash('sha256').update(`${hostname()} ${folder}`).digest('hex').slice(0, 12),
  };
  const sourceParts = createSourceParts({
    transports,
    mappingWorker: unpacked(dist, 'mapping-worker.cjs'),
    onEvent: (event) => calls.handle(event),
    onChange() {
      stream.touch('sources');
      journalParts.connections(sources.views());
      presence.sourcesChanged();
    },
  });
  const { manager: sources, mappingTrial } = sourceParts;
  disposers.push(() => sourceParts.stop());

  // The demo.
  const once = new Once(commandLine.once, folder);
  once.watch(popups);
  const demoParts = createDemoParts({
    clock,
    agent: () => snapshot().agent,
    onVisit: (visit) => once.visited(visit),
    configure: (demoConfig) => configService.setDemo(demoConfig),
    onChange: () => stream.touch('demo'),
  });
  const { demo, demoSwitch } = demoParts;
  disposers.push(() => demoParts.stop());

  const lock = new AdminLock(
    () => snapshot().settings,
    clock,
    () => stream.touch('config'),
  );
  disposers.push(() => lock.dispose());
  const publisher = new Publisher({
    document: () => configService.userDocument(),
    now: () => clock.now(),
    notes: adminNotes,
  });

  // The desk.
  const notices = new Notices(() => stream.touch('notices'));
  const presence: PresenceParts = createPresenceParts({
    clock,
    log,
    language,
    icon: path.join(dist, 'renderer/icon.png'),
    notes: adminNotes,
    settings: () => snapshot().settings,
    sources: () => sources.views(),
    sendHttp: network.sendHttp,
    openDesk: () => desk.show(),
    markDesk: (mark, description) => desk.mark(mark, description),
    onNotice: (text) => notices.add('warning', text),
    onPause: () => stream.touch('paused'),
  });
  disposers.push(() => presence.stop());
  const stream: StateStream = new StateStream(
    createStateReaders({
      snapshot,
      vault,
      sources,
      calls,
      notes: callParts.notes,
      historyVersion: callParts.historyVersion,
      popups,
      signIns,
      notices,
      demo,
      deliveries,
      journalVersion: () => journalParts.version(),
      pause: presence.pause,
      lock,
    }),
    clock,
  );
  disposers.push(() => stream.dispose());
  for (const warning of core.warnings) notices.add('warning', warning);
  serveApp(protocol, path.join(dist, 'renderer'));
  const desk = new DeskWindow({
    preload,
    icon: path.join(dist, 'renderer/icon.png'),
    onCreated(window) {
      trusted.add(window.webContents, appPages.desk.contract);
      stream.addReceiver(window.webContents);
    },
    onAppeared: () => popupParts.windows.stayInFront(),
    onClosed() {
      if (!presence.staysAfterClose()) app.quit();
    },
    onFocused: () => presence.system.seen(),
  });
  disposers.push(
    installHandlers({
      trusted,
      log,
      gate: gateOf(lock, snapshot),
      handlersFor: createDeskHandlers({
        configService,
        edits,
        vault,
        journal: journalParts.journal,
        ...callParts,
        popups,
        popupWindows: popupParts.windows,
        pause: presence.pause,
        diagnostics: () =>
          diagnosticsText({ snapshot: snapshot(), sources: sources.views(), folder, mask }),
        urls,
        webhooks: preparedWebhooks,
        webhookService: webhooks,
        deliveries,
        lock,
        publisher,
        sources,
        mappingTrial,
        transfer: new ConfigTransfer(configService, edits, vault),
        testSource: (source) =>
          testSource(source, {
            transports,
            vault,
            clock,
            createEvaluator: sourceParts.createEvaluator,
            agent: () => snapshot().agent,
            isDirect: network.isDirect,
          }),
        notices,
        stream,
        findBars,
        demo: demoSwitch,
      }),
    }),
  );

  const applyConfig = (): void => {
    const now = snapshot();
    callParts.apply();
    journalParts.configured(now);
    presence.apply();
    popupParts.apply();
    preparedWebhooks.apply(now.webhooks, now.templates);
    outbox.wake();
    sources.apply(now.sources, now.agent);
    for (const slice of ['config', 'calls', 'notes', 'history'] as const) stream.touch(slice);
  };
  disposers.push(configService.changed.add(applyConfig));
  disposers.push(
    vault.changed.add(() => {
      popupParts.applySecrets();
      stream.touch('config');
    }),
  );

  // Claims must be known before the first event can come.
  await Promise.all([callParts.load(), memories.load()]).catch((error: unknown) => {
    log.error('database not read', { problem: errorText(error) });
    notices.add(
      'error',
      `The database in ${folder} cannot be used (${errorText(error)}). Popups work, but nothing is stored.`,
    );
  });
  preparedWebhooks.apply(snapshot().webhooks, snapshot().templates);
  journalParts.start();
  callParts.start();
  await webhookParts.start();
  applyConfig();
  webhookParts
    .secretsInUse()
    .then((used) => configService.forgetUnusedSecrets(used))
    .catch((error: unknown) => log.warn('secrets not tidied', { problem: errorText(error) }));
  powerMonitor.on('resume', () => {
    sources.probe();
    outbox.wake();
  });

  installAppMenu();
  presence.start();
  app.on('second-instance', (_event, argv) => {
    if (!presence.openLink(argv)) desk.show();
  });
  app.on('activate', () => desk.show());
  // Without a listener Electron quits when no window is left; that is the desk's choice alone.
  app.on('window-all-closed', () => log.info('no window open'));
  quitInOrder(disposers, log);
  desk.show();

  if (commandLine.demo && snapshot().sources.length === 0) {
    await demoSwitch.start();
    if (!commandLine.once) await demoSwitch.ring();
  }
  // The figures of --once are those of a desk at work, not of a program that is still starting.
  if (commandLine.once) await Promise.all([desk.shown(), popupParts.settled()]);
  await once.run(popups, demo);
}
