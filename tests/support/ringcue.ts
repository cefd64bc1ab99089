import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright';
import { onTestFinished } from 'vitest';
import { root } from '../../build/lib/paths.mjs';
import { writeConfig, type ConfigFile } from './config.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { until } from './until.ts';

/** The real Electron that `npm test` found. Without one there is nothing to test. */
export function electronPath(): string {
  const executable = process.env['RINGCUE_TEST_ELECTRON'];
  if (executable === undefined || !existsSync(executable)) {
    throw new Error('No Electron: run the e2e tests through `npm test`.');
  }
  return executable;
}

export const sandboxArguments: readonly string[] =
  process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/** What Chromium reads before it looks at the app. */
const forChromium = /^--(?:password-store|force-device-scale-factor)=/;

export interface LaunchOptions {
  readonly config?: ConfigFile;
  readonly folder?: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** In place of the Electron found: what starts it. */
  readonly executable?: string;
}

export interface Ringcue {
  readonly app: ElectronApplication;
  readonly folder: string;
  /** The desk's page. */
  readonly desk: Page;
  /** Windows that show something other than our own pages or nothing. */
  readonly popups: () => Page[];
  readonly popup: (count: number) => Promise<Page[]>;
  readonly log: () => string;
  /** Waits for lines of the log, which is written some moments after what it tells. */
  readonly logged: (pattern: RegExp, count?: number) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Starts the built app on the real Electron. */
export async function launchRingcue(options: LaunchOptions = {}): Promise<Ringcue> {
  const folder = options.folder ?? temporaryFolder();
  const config =
    options.config === undefined
      ? []
      : ['--config', writeConfig(temporaryFolder(), options.config)];
  const args = [
    ...sandboxArguments,
    ...(options.args ?? []).filter((arg) => forChromium.test(arg)),
    root,
    '--user-data-dir',
    folder,
    ...config,
    ...(options.args ?? []),
  ];
  const env = { ...environment(), ...options.env };
  const executable = options.executable ?? electronPath();
  const first = await start(executable, args, env);
  const found = await first.desk();
  // Under load Playwright now and then misses the first window of an app that shows it: then, and only
  // then, the app is started again. An app without a window fails the test.
  const {
    app,
    close,
    desk: look,
  } = found === undefined && (await first.hasWindow())
    ? await restart(first, executable, args, env)
    : first;
  const desk = found ?? (await look());
  if (desk === undefined) throw new Error('the desk did not appear');
  const logFile = path.join(folder, 'logs/ringcue.log');
  // Registered after `close`, so run before it: what nobody caught fails the test that led to it.
  onTestFinished(async () => {
    await close();
    const uncaught = /.*(uncaught error|unhandled rejection).*/.exec(readIfThere(logFile))?.[0];
    if (uncaught !== undefined) throw new Error(uncaught);
  });
  const popups = (): Page[] => app.windows().filter((window) => isPopup(window.url()));
  return {
    app,
    folder,
    desk,
    popups,
    popup: (count) =>
      until(() => (popups().length >= count ? popups() : undefined), `${count} popups`),
    log: () => readFileSync(logFile, 'utf8'),
    async logged(pattern, count = 1) {
      const every = new RegExp(pattern, 'g');
      const found = (): number => readIfThere(logFile).match(every)?.length ?? 0;
      await until(() => found() >= count || undefined, `${count} × ${pattern} in the log`);
    },
    close,
  };
}

function readIfThere(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

type Launched = Awaited<ReturnType<typeof start>>;

async function start(executablePath: string, args: readonly string[], env: Record<string, string>) {
  const app = await _electron.launch({ executablePath, args: [...args], env });
  let closed = false;
  const close = async (): Promise<void> => {
    if (closed) return;
    closed = true;
    // Until the process is gone it holds the lock of its folder, and a next start would end at once.
    const child = app.process();
    const ended = new Promise((resolve) => {
      if (child.exitCode !== null) resolve(undefined);
      else child.once('exit', resolve);
    });
    await app.close();
    await ended;
  };
  onTestFinished(close);
  return {
    app,
    close,
    desk: () =>
      until(
        () => app.windows().find((window) => window.url().startsWith('ringcue-app://app/desk')),
        'the desk',
      ).catch(() => undefined),
    hasWindow: () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length > 0),
  };
}

async function restart(
  missed: Launched,
  executable: string,
  args: readonly string[],
  env: Record<string, string>,
): Promise<Launched> {
  console.warn('Playwright missed the window of an app: started it again');
  await missed.close();
  return start(executable, args, env);
}

const isPopup = (url: string): boolean => /^https?:|^ringcue-problem:/.test(url);

function environment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    ),
  );
}
