import type { ElectronApplication } from 'playwright';
import { expect, it } from 'vitest';
import { oneCrmConfig } from '../support/config.ts';
import { startCrm } from '../support/crm.ts';
import { testEventServer } from '../support/event-server.ts';
import { callEvent } from '../support/events.ts';
import { launchRingcue } from '../support/ringcue.ts';
import { until } from '../support/until.ts';

/** An app at work, and a call that rings and whose page comes. */
async function atWork() {
  const events = await testEventServer();
  const crm = await startCrm();
  const ringcue = await launchRingcue({
    config: oneCrmConfig(events.url, { url: crm.url, window: { close: { when: 'hangup' } } }),
  });
  await events.connected();
  const ring = async (callId: string): Promise<void> => {
    events.send(callEvent('ringing', { callId, contactName: callId }));
    await until(
      () => crm.visits.some((visit) => visit.includes(`call=${callId}&`)) || undefined,
      `the page of ${callId}`,
    );
  };
  await ring('before');
  return { events, ringcue, ring };
}

/** Chromium's processes besides the main one and the pages'. */
const helpers = (app: ElectronApplication) =>
  app.evaluate(({ app }) =>
    app
      .getAppMetrics()
      .filter(({ type }) => !['Browser', 'Tab', 'Zygote'].includes(type))
      .map(({ pid, type, serviceName = '' }) => ({ pid, name: `${type} ${serviceName}` })),
  );

/** One that Chromium needs no longer may have ended meanwhile. */
function endProcess(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    expect(error).toMatchObject({ code: 'ESRCH' });
  }
}

it('shows the next call after each of Chromium’s helper processes was killed', async () => {
  const { ringcue, ring } = await atWork();
  const killed = await helpers(ringcue.app);
  expect(killed.map(({ name }) => name).join()).toContain('network.mojom.NetworkService');
  for (const { pid } of killed) {
    endProcess(pid);
    await until(
      async () => !(await helpers(ringcue.app)).some((one) => one.pid === pid) || undefined,
      `process ${pid} to be gone`,
    );
    await ring(`after-${pid}`);
  }
  await ringcue.desk.getByText('Connected').first().waitFor();
}, 180_000);

it('says so each time a page crashes, a hundred times, and leaves no process behind', async () => {
  const { events, ringcue, ring } = await atWork();
  /** Processes of pages that are gone, and windows. */
  const left = () =>
    ringcue.app.evaluate(({ app, BrowserWindow, webContents }) => {
      const used = new Set(webContents.getAllWebContents().map((one) => one.getOSProcessId()));
      return {
        behind: app
          .getAppMetrics()
          .filter(({ type, pid }) => type === 'Tab' && !used.has(pid))
          .map(({ pid }) => pid),
        windows: BrowserWindow.getAllWindows().length,
      };
    });
  /** Crashes the popup's page once it is there. @returns the page that was */
  const crash = () =>
    until(
      () =>
        ringcue.app.evaluate(({ BrowserWindow }) => {
          const isPopup = /^(https?|ringcue-problem):/;
          const page = BrowserWindow.getAllWindows()
            .map(({ webContents }) => webContents)
            .find((one) => isPopup.test(one.getURL()));
          if (page === undefined || page.isLoading() || page.isCrashed()) return undefined;
          const url = page.getURL();
          page.forcefullyCrashRenderer();
          return url;
        }),
      'a page to crash',
    );
  const crashAndSaySo = async (count: number): Promise<void> => {
    const url = await crash();
    expect(url).toMatch(count === 1 ? /^http:/ : /^ringcue-problem:.*crashed/);
    await ringcue.logged(/ page crashed/, count);
  };
  for (let count = 1; count <= 100; count += 1) await crashAndSaySo(count);
  // Chromium keeps one process ready for a next page. The windows: the desk, the card, the popup and
  // at most one prepared.
  await until(async () => (await left()).behind.length <= 1 || undefined, 'the processes to end');
  expect((await left()).windows).toBeLessThanOrEqual(4);
  events.send(callEvent('hangup', { callId: 'before' }));
  await ring('after');
}, 300_000);

it('draws the desk again when its own page crashed', async () => {
  const { ringcue, ring } = await atWork();
  const crash = () =>
    ringcue.app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()
        .find(({ webContents }) => webContents.getURL().startsWith('ringcue-app://app/desk'))
        ?.webContents.forcefullyCrashRenderer();
    });
  await crash();
  await ringcue.logged(/own page crashed/);
  await ring('after');
  // Playwright has no more to do with a page that crashed.
  const shown = () =>
    ringcue.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()
        .find(({ webContents }) => webContents.getURL().startsWith('ringcue-app://app/desk'))
        ?.webContents.executeJavaScript('document.body.innerText'),
    );
  await until(async () => String(await shown()).includes('after') || undefined, 'the call');
});
