import { spawn } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { root } from '../../build/lib/paths.mjs';
import { attachTo } from '../support/dev-page.ts';
import { freePort } from '../support/free-port.ts';
import { until } from '../support/until.ts';

/**
 * A copy to work on: the work tree must not change. It lies inside of the work tree, so that it finds the
 * dependencies, and has the note of what is installed, so that nothing is.
 */
function copyOfTheSource(): string {
  const cache = path.join(root, '.cache');
  mkdirSync(cache, { recursive: true });
  const copy = mkdtempSync(path.join(cache, 'dev-test-'));
  onTestFinished(() => rmSync(copy, { recursive: true, force: true }));
  const installed = 'node_modules/.package-lock.json';
  const files = ['package.json', 'package-lock.json', 'tsconfig.json', installed];
  for (const name of ['build', 'electron', 'gateway', 'renderer', 'shared', ...files]) {
    cpSync(path.join(root, name), path.join(copy, name), {
      recursive: true,
      preserveTimestamps: true,
    });
  }
  return copy;
}

async function runDev(copy: string) {
  const port = await freePort();
  const dev = spawn(process.execPath, ['build/dev.mjs', `--remote-debugging-port=${port}`], {
    cwd: copy,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const hear = (data: Buffer): void => void (said += data.toString('utf8'));
  dev.stdout.on('data', hear);
  dev.stderr.on('data', hear);
  const gone = new Promise<number | null>((resolve) => dev.once('exit', resolve));
  const stop = async (): Promise<number | null> => {
    dev.kill('SIGINT');
    return gone;
  };
  onTestFinished(async () => {
    await stop();
  });
  const version = async (): Promise<string | undefined> =>
    fetch(`http://127.0.0.1:${port}/json/version`).then(
      async (answer) =>
        ((await answer.json()) as { webSocketDebuggerUrl: string }).webSocketDebuggerUrl,
      () => undefined,
    );
  /** The address names the browser process: another one after a restart. */
  const running = (other?: string): Promise<string> =>
    until(async () => {
      const found = await version();
      return found === other ? undefined : found;
    }, 'Electron').catch((error: unknown) => {
      throw new Error(`${String(error)} after: ${said}`);
    });
  return { running, version, desk: () => deskAt(port), stop };
}

async function deskAt(port: number) {
  const { read, close } = await attachTo(port, 'ringcue-app://app/desk');
  onTestFinished(close);
  return {
    read,
    shows: (expression: string) =>
      until(async () => ((await read(expression)) === true ? true : undefined), expression),
  };
}

/** Expressions for the page. */
const settings =
  "[...document.querySelectorAll('nav button')].find((button) => button.textContent === 'Settings')";
const isOpen = `${settings}.getAttribute('aria-current') === 'page'`;
const hasHeading = (text: string): string =>
  `document.querySelector('h1')?.textContent === '${text}'`;

const change = (file: string, from: string, to: string): void => {
  const text = readFileSync(file, 'utf8');
  expect(text).toContain(from);
  writeFileSync(file, text.replace(from, to));
};

it('shows a changed label in place, and starts again when the main side changed', async () => {
  const copy = copyOfTheSource();
  const dev = await runDev(copy);
  const first = await dev.running();
  const desk = await dev.desk();
  await desk.shows(hasHeading('Ringcue'));
  await desk.read(`${settings}.click(); window.isKept = true`);
  await desk.shows(isOpen);

  const label = "{t('appName')}";
  change(path.join(copy, 'renderer/navigation.tsx'), label, "{`${t('appName')} at work`}");
  await desk.shows(hasHeading('Ringcue at work'));
  // The same page in the same process: nothing was loaded again, and what was open is open.
  expect(await desk.read(`window.isKept && ${isOpen}`)).toBe(true);
  expect(await dev.version()).toBe(first);

  // The preload comes with its page, which is loaded again in the same process.
  appendFileSync(
    path.join(copy, 'electron/preload.ts'),
    "\ncontextBridge.exposeInMainWorld('preloadOfTest', 2);\n",
  );
  await desk.shows('window.preloadOfTest === 2');
  await desk.shows(hasHeading('Ringcue at work'));
  expect(await dev.version()).toBe(first);

  appendFileSync(path.join(copy, 'electron/main.ts'), '\n// changed\n');
  await dev.running(first);
  const again = await dev.desk();
  await again.shows(hasHeading('Ringcue at work'));
  // The page may ask nobody else, and runs no script that is not a file of ours, as in the packaged app.
  expect(await again.read("fetch('http://127.0.0.1:9/').catch(String)")).toContain('Failed');
  const ran = `const script = document.createElement('script');
    script.textContent = 'window.ran = true';
    document.head.append(script);
    window.ran`;
  expect(await again.read(ran)).toBeUndefined();

  expect(await dev.stop()).toBe(0);
  expect(await dev.version()).toBeUndefined();
}, 90_000);
