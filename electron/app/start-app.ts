import { app, powerMonitor } from 'electron';
import type { ConfigInput } from '../../shared/model/config-document.ts';
import { readKept } from '../features/managed/index.ts';
import { errorText } from '../platform/logging/log.ts';
import type { MachinePolicy } from '../platform/policy/machine-policy.ts';
import { electronVersion } from '../platform/runtime.ts';
import { openDocumentFile } from '../platform/storage/document-file.ts';
import { installAppMenu } from '../platform/windows/app-menu.ts';
import type { Storage } from '../platform/storage/storage.ts';
import type { CommandLine } from '../startup/command-line.ts';
import { applyOnChange } from './apply-config.ts';
import { connectServices, connectShell } from './connect.ts';
import { createCore, type Core } from './core.ts';
import { installIpc } from './ipc.ts';
import { Once } from './once.ts';
import { quitInOrder } from './quit-in-order.ts';
import { rehearseSoon } from './rehearse.ts';
import { createServices, type Services } from './services.ts';
import { createShell, type Shell } from './shell.ts';
import { message } from '../../shared/text/message.ts';

export interface StartOptions {
  readonly commandLine: CommandLine;
  /** From `--config`. */
  readonly config: ConfigInput | undefined;
  /** Of this computer. */
  readonly policy: MachinePolicy;
  /** Everything is stored in here. */
  readonly folder: string;
  readonly storage: Storage;
}

/** Core, services, shell, ipc: each is made of those before it, and taken apart before them at quit. */
export async function startApp(options: StartOptions): Promise<void> {
  const { commandLine, folder, storage } = options;
  const { company, managed, problem } = await readCompany(options);
  const core = createCore({ folder, managed, storage, dist: __dirname });
  logStart(core);
  const services = createServices(core, company);
  for (const said of [options.policy.problem, problem]) {
    if (said !== undefined) services.notices.add('warning', said);
  }
  const shell = createShell(core, services);
  const disposers = [
    ...core.disposers,
    ...connectServices(core, services),
    ...connectShell(core, services, shell),
    ...services.disposers,
    ...shell.disposers,
    // The way out is known only once all parts are.
    installIpc(core, services, shell, () => endBy(services.updates.install)),
  ];
  const once = new Once(commandLine.once, folder);
  once.watch(services.popups);
  services.demo.events.on('visited', (visit) => once.visited(visit));

  const { apply, dispose } = applyOnChange(core, services, shell);
  disposers.push(dispose);
  const endBy = quitInOrder(disposers, core.log);
  await load(core, services);
  await startServices(core, services, apply);
  await sourcesAnswered(core, services);
  startShell(core, services, shell);
  shell.desk.show();
  installAppMenu();
  shell.presence.showTray();
  disposers.push(rehearseSoon(core, services));
  await startDemo(commandLine, core, services);
  // The figures of --once are those of a desk at work, not of a program that is still starting.
  if (commandLine.once) await Promise.all([shell.desk.shown(), services.popups.settled()]);
  await once.run(services.popups, services.demo.centre);
}

/** What the company decides must be known before anything is made of it. */
async function readCompany({ config, folder, policy: machine }: StartOptions) {
  const keptFile = openDocumentFile(folder, 'shared-config');
  const kept = await readKept(keptFile, machine.policy?.remote, process.env);
  const found = kept.ok ? kept.value : undefined;
  return {
    company: { machine, keptFile, kept: found, file: config },
    managed: { file: config, remote: found?.input, policy: machine.policy?.configuration },
    problem: kept.ok ? undefined : kept.problem.message,
  };
}

function logStart({ log }: Core): void {
  log.info('start', { version: app.getVersion(), electron: electronVersion });
  if (app.commandLine.hasSwitch('no-sandbox')) log.warn("Chromium's sandbox is off (--no-sandbox)");
}

/** Claims must be known before the first event can come. */
async function load({ memories, log, folder }: Core, { calls, notices }: Services): Promise<void> {
  await Promise.all([calls.load(), memories.load()]).catch((error: unknown) => {
    log.error('database not read', { problem: errorText(error) });
    notices.add('error', message('problem.storage.unusable', { folder, reason: errorText(error) }));
  });
}

/** @param apply puts the configuration in force: from then on sources bring events */
async function startServices(
  { config, log }: Core,
  services: Services,
  apply: () => void,
): Promise<void> {
  const { webhooks, calls, log: logFeature } = services;
  const { webhooks: definitions, templates } = config.snapshot();
  webhooks.prepared.apply(definitions, templates);
  logFeature.start();
  calls.start();
  await webhooks.start();
  apply();
  services.managed.start();
  services.updates.start();
  webhooks
    .secretsInUse()
    .then((used) => config.service.forgetUnusedSecrets(used))
    .catch((error: unknown) => log.warn('secrets not tidied', { problem: errorText(error) }));
}

/** Milliseconds; a phone system in the same building has answered by then, and a desk that comes so much later is not missed. */
const nearbyAnswer = 20;

/** Making the desk's window holds the main thread for 30 ms, in which no answer of a phone system would be heard. */
function sourcesAnswered({ clock }: Core, { sources }: Services): Promise<void> {
  const areConnecting = (): boolean =>
    sources.manager.views().some(({ phase }) => phase === 'connecting');
  return new Promise((resolve) => {
    const finish = (): void => {
      stopListening();
      stopWaiting();
      resolve();
    };
    const stopListening = sources.changed.add(() => {
      if (!areConnecting()) finish();
    });
    const stopWaiting = clock.after(nearbyAnswer, finish);
    if (!areConnecting()) finish();
  });
}

function startShell({ log }: Core, services: Services, { desk, presence }: Shell): void {
  const { sources, webhooks, popups, managed } = services;
  powerMonitor.on('resume', () => {
    sources.manager.probe();
    void managed.check();
    webhooks.outbox.wake();
  });
  popups.start();
  presence.start();
  app.on('second-instance', (_event, argv) => {
    if (!presence.openLink(argv)) desk.show();
  });
  app.on('activate', () => desk.show());
  // Without a listener Electron quits when no window is left; that is the desk's choice alone.
  app.on('window-all-closed', () => log.info('no window open'));
}

async function startDemo(
  commandLine: CommandLine,
  { config }: Core,
  { demo }: Services,
): Promise<void> {
  if (!commandLine.demo || config.snapshot().sources.length > 0) return;
  await demo.switch.start();
  if (!commandLine.once) await demo.switch.ring();
}
