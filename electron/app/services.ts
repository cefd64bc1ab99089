import { app, powerMonitor, session, shell } from 'electron';
import path from 'node:path';
import { storedCaller } from '../../shared/calls/caller-text.ts';
import { createCard } from '../features/card/index.ts';
import { createCalls } from '../features/calls/index.ts';
import { Publisher, SharedDelivery } from '../features/config/index.ts';
import { createDemo } from '../features/demo/index.ts';
import { createFlows, type FlowRunner } from '../features/flows/index.ts';
import { createLog } from '../features/log/index.ts';
import { Notices } from '../features/notices/index.ts';
import { createOverview } from '../features/overview/index.ts';
import { createPopups, FindBars, type CallerNotes } from '../features/popups/index.ts';
import { createRules } from '../features/rules/index.ts';
import { createSources } from '../features/sources/index.ts';
import { createWebhooks, webhookClock } from '../features/webhooks/index.ts';
import { createNetworkParts, type NetworkParts } from '../platform/network/network-parts.ts';
import { isOnline, systemCertificates } from '../platform/runtime.ts';
import { startMappingProcess } from '../platform/start-mapping-process.ts';
import { appPages } from '../platform/windows/app-scheme.ts';
import { createFindBarWindow, sendFound } from '../platform/windows/find-bar-window.ts';
import { createManaged, createUpdates, type Company } from './company-services.ts';
import type { Core } from './core.ts';

/** What the desk does, each service made of those before it. */
export function createServices(core: Core, company: Company) {
  const { clock, config, log, storage, memories, showNumber } = core;
  const { snapshot, revealSecret } = config;
  const network = createNetworkParts({
    systemCertificates,
    resolveProxy: (url) => session.defaultSession.resolveProxy(url),
    settings: () => snapshot().settings.network,
    revealSecret,
  });
  const notices = new Notices();
  const findBars = createFindBars(core);
  const popups = createPopupService(core, findBars, {
    of: (callKey) => calls.notes.textOf(callKey),
    keep: (callKey, note) => calls.notes.keepText(callKey, note),
  });
  const webhooks = createWebhookService(core, network);
  const flows = createFlows({
    clock,
    log,
    webhooks: webhooks.service,
    isOnCard: (key) => calls.desk.view(key)?.outcome === 'running',
  });
  const rules = createRuleService(core, popups, webhooks, flows.runner);
  const calls = createCalls({
    clock,
    log,
    storage,
    snapshot,
    showNumber,
    drafts: memories.drafts,
    missedKept: memories.missed,
    act: rules.run,
  });
  const logFeature = createLogService(core, network, (isWanted) => calls.desk.passing(isWanted));
  const sources = createSourceService(core, network, {
    handle: calls.desk.handle.bind(calls.desk),
    onNotice: (said) => notices.add('warning', said),
  });
  const demo = createDemo({
    clock,
    worker: core.paths.demoWorker,
    folder: path.join(core.folder, 'demo'),
    agent: () => snapshot().agent,
    configure: (demoConfig) => config.service.setDemo(demoConfig),
  });
  const card = createCard({
    clock,
    placements: memories.placements,
    isOn: () => snapshot().settings.miniCard,
    view: (key) => calls.desk.view(key),
  });
  const isBusy = (): boolean => calls.desk.views().some(({ endedAt }) => endedAt === undefined);
  const managed = createManaged(core, network, company, {
    isBusy,
    onProblem: (problem) => notices.add('warning', problem),
  });
  const updates = createUpdates(core, network, company, {
    policy: () => managed.updates(),
    isBusy,
  });
  const publisher = new Publisher({
    document: () => config.service.userDocument(),
    revealSecret: config.revealSecret,
    now: () => clock.now(),
    kept: memories.admin,
    shared: new SharedDelivery({
      vault: config.vault,
      kept: memories.admin,
      sendHttp: network.sendHttp,
    }),
  });
  return {
    network,
    notices,
    findBars,
    popups,
    webhooks,
    flows,
    rules,
    calls,
    log: logFeature,
    overview: createOverview({
      clock,
      store: storage.overview,
      sources: () => snapshot().sources,
    }),
    sources,
    demo,
    publisher,
    managed,
    updates,
    card,
    disposers: [
      logFeature,
      flows,
      popups,
      webhooks,
      calls,
      sources,
      demo,
      card,
      managed,
      updates,
    ].map((service) => () => service.stop()),
  };
}

export type Services = ReturnType<typeof createServices>;

function createFindBars({ paths, language, trusted }: Core): FindBars {
  return new FindBars((parent) => {
    const bar = createFindBarWindow(parent, paths.preload, language);
    trusted.add(bar.webContents, appPages['find-bar'].contract);
    return bar;
  }, sendFound);
}

function createPopupService(core: Core, findBars: FindBars, notes: CallerNotes) {
  const { clock, config, log, storage, memories, language, showNumber } = core;
  return createPopups({
    clock,
    log,
    language,
    snapshot: config.snapshot,
    revealSecret: config.revealSecret,
    store: storage.popups,
    placements: memories.placements,
    pauseNotes: memories.admin,
    openExternal: (url) => shell.openExternal(url),
    openFindBar: (window) => findBars.open(window),
    isOnline,
    idleSeconds: () => powerMonitor.getSystemIdleTime(),
    callerOf: (call) => storedCaller(call, showNumber),
    showNumber,
    notes,
  });
}

function createWebhookService({ config, log, storage }: Core, { sendHttp }: NetworkParts) {
  const { snapshot, revealSecret, mask } = config;
  return createWebhooks({
    clock: webhookClock(process.env, app.isPackaged),
    log,
    store: storage.outbox,
    sendHttp,
    revealSecret,
    mask,
    retention() {
      const { days, deliveries } = snapshot().settings.retention;
      return { days, rows: deliveries };
    },
    isOnline,
  });
}

function createRuleService(
  { clock, config, log }: Core,
  popups: ReturnType<typeof createPopups>,
  webhooks: ReturnType<typeof createWebhooks>,
  flowRunner: FlowRunner,
) {
  return createRules({
    log,
    mask: config.mask,
    snapshot: config.snapshot,
    now: () => clock.now(),
    flowRunner,
    popups: popups.service,
    urls: popups.urls,
    trialCall: popups.trialCall,
    webhooks: webhooks.service,
    prepared: webhooks.prepared,
  });
}

function createLogService(
  { clock, config, log, storage }: Core,
  network: NetworkParts,
  passing: LogDeps['passing'],
) {
  return createLog({
    ...network,
    passing,
    store: storage.entryLog,
    clock,
    log,
    mask: config.mask,
    snapshot: config.snapshot,
    revealSecret: config.revealSecret,
    isByAdministrator: () => config.lock.rights().hasPin,
  });
}

type LogDeps = Parameters<typeof createLog>[0];
type SourceDeps = Parameters<typeof createSources>[0];

function createSourceService(
  core: Core,
  network: NetworkParts,
  listeners: Pick<SourceDeps, 'handle' | 'onNotice'>,
) {
  const { clock, config, log, memories, deskId, paths, language } = core;
  return createSources({
    transports: {
      ...network,
      clock,
      log,
      positions: memories.positions,
      random: Math.random,
      revealSecret: config.revealSecret,
      keepSecret: config.keepSecret,
      deskId,
    },
    http: {
      listen: network.listenHttp,
      kept: memories.listeners,
      pageText: () => {
        const t = language.t();
        return { language: t.locale, text: t('sources.http.closePage') };
      },
    },
    signIn: {
      openExternal: (url) => shell.openExternal(url),
      page(isSignedIn) {
        const t = language.t();
        return {
          language: t.locale,
          text: t(isSignedIn ? 'sources.signedInPage' : 'sources.notSignedInPage'),
        };
      },
    },
    startMappingProcess: startMappingProcess(paths.mappingProcess),
    agent: () => config.snapshot().agent,
    saved: () => config.snapshot().sources,
    isDirect: network.isDirect,
    ...listeners,
  });
}
