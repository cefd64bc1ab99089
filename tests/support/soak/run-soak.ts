import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron, type ElectronApplication } from 'playwright';
import { root } from '../../../build/lib/paths.mjs';
import { startEventServer } from '../event-server.ts';
import { closeServer, listenOnLoopback } from '../../../electron/features/demo/loopback-server.ts';
import { oneCrmConfig, writeConfig } from '../config.ts';
import { callEvent } from '../events.ts';
import { until } from '../until.ts';
import { appFigures, type AppFigures } from './app-figures.ts';

/** With each popup: its call rings and ends, and so many events of colleagues come between. */
const othersPerPopup = 48;
export const eventsPerPopup = othersPerPopup + 2;
const colleague = { id: '84', name: 'Grace' };

export interface Soaked {
  readonly popups: number;
  readonly events: number;
  readonly start: AppFigures;
  readonly end: AppFigures;
  /** Before and after every popup was closed and its process gone; otherwise the figures are those of an app at work. */
  readonly isAtRest: boolean;
}

interface Wanted {
  /** Of Electron. */
  readonly executable: string;
  readonly popups: number;
  /** Before the first figures: what is loaded once is loaded then. */
  readonly warmUp: number;
}

/** A shift in short: popups open and close one after another on the built app, among events of all agents. */
export async function runSoak({ executable, popups, warmUp }: Wanted): Promise<Soaked> {
  const folder = mkdtempSync(path.join(tmpdir(), 'ringcue-soak-'));
  const events = await startEventServer();
  let visits = 0;
  const crm = await listenOnLoopback((_request, response) => {
    visits += 1;
    response.setHeader('content-type', 'text/html');
    response.end('<!doctype html><title>CRM</title><link rel="icon" href="data:,"><h1>Call</h1>');
  });
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
  const app = await _electron.launch({
    executablePath: executable,
    args: [
      ...(isRoot ? ['--no-sandbox'] : []),
      '--js-flags=--expose-gc',
      root,
      '--user-data-dir',
      path.join(folder, 'data'),
      '--config',
      writeConfig(
        folder,
        oneCrmConfig(events.url, {
          url: `http://127.0.0.1:${crm.port}/call`,
          window: { close: { when: 'hangup' } },
        }),
      ),
    ],
  });
  try {
    await events.connected();
    const one = async (number: number): Promise<void> => {
      const callId = `soak-${number}`;
      const before = visits;
      for (let index = 0; index < othersPerPopup; index += 1) {
        events.send(callEvent('ringing', { callId: `${callId}-${index}`, agent: colleague }));
      }
      events.send(callEvent('ringing', { callId }));
      await until(() => visits > before || undefined, `popup ${number}`);
      events.send(callEvent('hangup', { callId }));
    };
    for (let number = 0; number < warmUp; number += 1) await one(number);
    const start = await settled(app);
    for (let number = warmUp; number < warmUp + popups; number += 1) await one(number);
    const end = await settled(app, start.figures.processes + 1);
    return {
      ...{ popups, events: popups * eventsPerPopup },
      ...{ start: start.figures, end: end.figures },
      isAtRest: start.isAtRest && end.isAtRest,
    };
  } finally {
    await app.close();
    await events.stop();
    await closeServer(crm.server);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The desk and the window that is prepared for the next call. */
const idleWindows = 2;

interface Settled {
  readonly figures: AppFigures;
  readonly isAtRest: boolean;
}

/**
 * When every popup is closed, and the process of the last one gone; or what there is after the patience.
 *
 * @param most processes that are at rest
 */
async function settled(app: ElectronApplication, most = Infinity): Promise<Settled> {
  let figures = await appFigures(app);
  const look = async (): Promise<true | undefined> => {
    const before = figures;
    figures = await appFigures(app);
    const isAtRest = figures.windows === idleWindows && figures.processes === before.processes;
    return (isAtRest && figures.processes <= most) || undefined;
  };
  const isAtRest = await until(look, 'every popup to be closed').catch((error: unknown) => {
    console.error(String(error), figures);
    return false;
  });
  return { figures, isAtRest };
}
