import { app, dialog, protocol } from 'electron';
import originalFs from 'original-fs';
import { startApp } from './app/start-app.ts';
import { changedBesideArchive } from './startup/beside-archive.ts';
import { exitUsage, readCommandLine, type CommandLine } from './startup/command-line.ts';
import { readConfigFile } from './startup/config-file.ts';
import { useDataFolder } from './startup/data-folder.ts';
import { keepCrashReports } from './startup/keep-crash-reports.ts';
import { openDeskStorage } from './startup/desk-storage.ts';
import { refusedSwitch } from './startup/switches.ts';
import { isOnlyInstance } from './startup/single-instance.ts';
import { errorText } from './platform/logging/log.ts';
import { problemScheme } from './features/popups/index.ts';
import { refuseDefaults } from './platform/guards/refuse-defaults.ts';
import { readMachinePolicy, type MachinePolicy } from './platform/policy/machine-policy.ts';
import { policyPlace } from './platform/policy/policy-place.ts';
import { answerDialogsOfBlankFrames } from './platform/runtime.ts';
import { tell } from './platform/tell.ts';
import { dropDefaultMenu } from './platform/windows/app-menu.ts';
import { appScheme } from './platform/windows/app-scheme.ts';

/** Start-up, as a list: switches, files, command line, configuration, folder, lock, ready, start. */
function main(): void {
  if (hasRefusedSwitch() || hasChangedFiles()) return;
  const commandLine = attempt(() => readCommandLine(process.argv.slice(1), process.cwd()));
  if (commandLine === undefined) return;
  const config = readManagedConfig(commandLine);
  if (config === 'wrong') return;
  const folder = attempt(() => useDataFolder(commandLine.userDataDir));
  if (folder === undefined) return;
  keepCrashReports();
  if (!isOnlyInstance(folder, commandLine.once)) return;
  // Opened while Chromium starts, because sources connect only once earlier calls are loaded.
  const storage = attempt(() => openDeskStorage(folder, __dirname));
  if (storage === undefined) return;
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
    { scheme: problemScheme, privileges: { standard: true, secure: true } },
  ]);
  // Electron refuses the two together, and only a root session on Linux starts us with --no-sandbox.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  dropDefaultMenu();
  refuseDefaults();
  app.on('web-contents-created', (_event, contents) => answerDialogsOfBlankFrames(contents));
  app
    .whenReady()
    .then(() => startApp({ commandLine, config, policy: ownPolicy(), folder, storage }))
    .catch((error: unknown) => stop(1, `Ringcue could not start: ${errorText(error)}`));
}

function hasRefusedSwitch(): boolean {
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
  const refused = refusedSwitch(process.argv.slice(1), { isPackaged: app.isPackaged, isRoot });
  if (refused === undefined) return false;
  stop(exitUsage, `Ringcue does not start with --${refused}, which would open it to others.`);
  return true;
}

function hasChangedFiles(): boolean {
  if (!app.isPackaged) return false;
  // Signing for macOS changes native code, and the system then checks it.
  const ownSignature = process.platform === 'darwin' ? ['.node'] : [];
  const checked = attempt(() => ({
    changed: changedBesideArchive(app.getAppPath(), originalFs, ownSignature),
  }));
  if (checked?.changed !== undefined) {
    stop(1, `Ringcue was changed after it was installed (${checked.changed}). Install it again.`);
  }
  return checked === undefined || checked.changed !== undefined;
}

function readManagedConfig({ config }: CommandLine) {
  if (config === undefined) return undefined;
  const read = readConfigFile(config, process.env);
  if (read.ok) return read.value;
  stop(exitUsage, ['The configuration file is not valid:', ...read.lines].join('\n'));
  return 'wrong';
}

const ownPolicy = (): MachinePolicy =>
  readMachinePolicy(policyPlace(process.platform, process.env), process.env);

function attempt<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch (error) {
    stop(exitUsage, errorText(error));
    return undefined;
  }
}

function stop(code: number, message: string): void {
  tell(message);
  // Started from an icon nobody sees standard error. On Linux this would print it a second time.
  if (process.platform !== 'linux') dialog.showErrorBox('Ringcue', message);
  app.exit(code);
}

main();
