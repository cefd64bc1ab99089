import type { ElectronApplication } from 'playwright';
import { expect, it } from 'vitest';
import { oneCrmConfig } from '../support/config.ts';
import { testEventServer } from '../support/event-server.ts';
import { useOwnDesktop } from '../support/own-desktop.ts';
import { launchRingcue } from '../support/ringcue.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { until } from '../support/until.ts';

useOwnDesktop();

interface Place {
  readonly bounds: Electron.Rectangle;
  readonly isMaximized: boolean;
}

const place = (app: ElectronApplication): Promise<Place | undefined> =>
  app.evaluate(({ BrowserWindow }) => {
    const desk = BrowserWindow.getAllWindows().find(({ webContents }) =>
      webContents.getURL().includes('/desk'),
    );
    if (desk?.isVisible() !== true) return undefined;
    return { bounds: desk.getNormalBounds(), isMaximized: desk.isMaximized() };
  });

const change = (app: ElectronApplication, what: 'move' | 'maximize'): Promise<void> =>
  app.evaluate(({ BrowserWindow }, wanted) => {
    const desk = BrowserWindow.getAllWindows().find(({ webContents }) =>
      webContents.getURL().includes('/desk'),
    );
    if (wanted === 'maximize') desk?.maximize();
    else desk?.setBounds({ x: 30, y: 60, width: 900, height: 600 });
  }, what);

it('opens the desk where and as large as it was, also maximized', async () => {
  const events = await testEventServer();
  const config = oneCrmConfig(events.url, { url: 'http://127.0.0.1:9/' });
  const folder = temporaryFolder();
  const first = await launchRingcue({ config, folder });
  await until(() => place(first.app), 'the desk');
  await change(first.app, 'move');
  const moved = await until(async () => {
    const now = await place(first.app);
    return now?.bounds.width === 900 && now.bounds.height === 600 ? now : undefined;
  }, 'the desk to be moved');
  await first.close();

  const second = await launchRingcue({ config, folder });
  expect(await until(() => place(second.app), 'the desk')).toEqual(moved);
  await change(second.app, 'maximize');
  await until(
    async () => (await place(second.app))?.isMaximized === true || undefined,
    'the desk to be maximized',
  );
  await second.close();

  const third = await launchRingcue({ config, folder });
  await until(
    async () => (await place(third.app))?.isMaximized === true || undefined,
    'the desk to open maximized',
  );
});
