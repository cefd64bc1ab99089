import { expect, it } from 'vitest';
import type { Page } from 'playwright';
import { oneCrmConfig } from '../support/config.ts';
import { page, redirect, startCrm } from '../support/crm.ts';
import { testEventServer } from '../support/event-server.ts';
import { callEvent } from '../support/events.ts';
import { freePort } from '../support/free-port.ts';
import { launchRingcue } from '../support/ringcue.ts';
import { screenshot } from '../support/screens.ts';
import { focusPopup, popupTitles } from '../support/typed-window.ts';
import { until } from '../support/until.ts';

type Routes = Parameters<typeof startCrm>[0];

async function launch(routes: Routes, url?: string) {
  const events = await testEventServer();
  const crm = await startCrm(routes);
  const ringcue = await launchRingcue({
    config: oneCrmConfig(events.url, { url: url ?? crm.url }),
  });
  await events.connected();
  events.send(callEvent('ringing'));
  const [popup] = await ringcue.popup(1);
  if (popup === undefined) throw new Error('no popup');
  return { ringcue, crm, popup, events };
}

const heading = (popup: Page, text: string): Promise<void> =>
  popup.getByRole('heading', { name: text }).waitFor();

it('says that the server answered with an error, tries again by itself, and shows the page when it is back', async () => {
  let isDown = true;
  const { popup, ringcue } = await launch({
    '/call': (_request, response) => {
      if (isDown) response.writeHead(503).end('<h1>Gateway</h1>');
      else page(response, '<h1>CRM</h1>');
    },
  });
  await heading(popup, 'The CRM returned an error');
  await popup.getByText('The server returned HTTP 503.').waitFor();
  await screenshot(popup, 'page-http-error');
  isDown = false;
  await heading(popup, 'CRM');
  await ringcue.logged(/page tried again/);
});

it('shows a page that answers 404 after all where a person wants that', async () => {
  const { popup } = await launch({
    '/call': (_request, response) => {
      response.writeHead(404, { 'content-type': 'text/html' }).end('<h1>No such customer</h1>');
    },
  });
  await heading(popup, 'The CRM returned an error');
  await popup.getByRole('link', { name: 'Show the page' }).click();
  await heading(popup, 'No such customer');
});

it('tells a blank page, but leaves one alone that draws later', async () => {
  const blank = await launch({ '/call': (_request, response) => page(response, '') });
  await heading(blank.popup, 'The page is blank');
  await screenshot(blank.popup, 'page-blank');
  await blank.ringcue.close();
  const slow = await launch({
    '/call': (_request, response) =>
      page(
        response,
        `<script>setTimeout(() => { document.body.innerHTML = '<h1>CRM</h1>'; }, 3000)</script>`,
      ),
  });
  await heading(slow.popup, 'CRM');
});

it('loads the page by itself when its server is up again', async () => {
  const port = await freePort();
  const { popup } = await launch({}, `http://127.0.0.1:${port}/call`);
  await heading(popup, 'The page could not be loaded');
  const { createServer } = await import('node:http');
  const server = createServer((_request, response) => page(response, '<h1>Back</h1>'));
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  await heading(popup, 'Back');
  server.close();
});

it('keeps a page that opens windows in a loop, asks for the camera, goes fullscreen, downloads or crashes from hurting others', async () => {
  const nasty = `<h1>CRM</h1><script>
    addEventListener('beforeunload', (event) => event.preventDefault());
    for (let i = 0; i < 200; i += 1) window.open('/child?' + i);
    document.documentElement.requestFullscreen().catch(() => { document.title = 'denied'; });
    navigator.mediaDevices?.getUserMedia({ video: true }).catch(() => undefined);
    const link = document.createElement('a');
    link.href = '/file'; link.download = 'x.bin'; document.body.append(link); link.click();
  </script>`;
  const { popup, ringcue, events, crm } = await launch({
    '/call': (request, response) =>
      page(response, (request.url ?? '').includes('c-1') ? nasty : '<h1>Next</h1>'),
    '/file': (_request, response) => response.writeHead(200).end('data'),
    '/child': (_request, response) => page(response, '<h1>child</h1>'),
  });
  await heading(popup, 'CRM');
  const windows = () =>
    ringcue.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((window) => window.isFullScreen()),
    );
  await until(() => crm.visits.length > 1 || undefined, 'the page to do its worst');
  // The desk, its card, the popup, the window kept ready, and at most five of the page's own.
  expect((await windows()).length).toBeLessThanOrEqual(9);
  expect(await windows()).not.toContain(true);
  events.send(callEvent('ringing', { callId: 'c2', callerNumber: '+31201234562' }));
  await until(async () => {
    const titles = await popupTitles(ringcue.app);
    return titles.includes('+31 20 123 4562 – Sales – CRM') || undefined;
  }, 'the next popup');
  await ringcue.app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()
      .find((window) => window.webContents.getURL().includes('c-1'))
      ?.webContents.forcefullyCrashRenderer();
  });
  await ringcue.logged(/page crashed/);
  await until(
    () => ringcue.popups().some((one) => one.url().includes('/crashed')) || undefined,
    'the page that says so',
  );
});

it('leaves a login page alone: who is asked to sign in can do so', async () => {
  const { popup } = await launch({
    '/call': (request, response) => {
      if ((request.headers.cookie ?? '').includes('in=1')) page(response, '<h1>Customer</h1>');
      else redirect(response, '/login');
    },
    '/login': (_request, response) =>
      page(response, '<h1>Sign in</h1><input type="password"><a href="/in">Go</a>'),
    '/in': (_request, response) =>
      response.writeHead(302, { 'set-cookie': 'in=1', location: '/home' }).end(),
    '/home': (_request, response) => page(response, '<h1>Home</h1>'),
  });
  await heading(popup, 'Sign in');
  await popup.getByRole('link', { name: 'Go' }).click();
  await heading(popup, 'Customer');
});

it('asks whoever looks at a page that spins whether to end it; other calls pop meanwhile', async () => {
  const { ringcue, events, crm } = await launch({
    '/call': (request, response) =>
      page(
        response,
        (request.url ?? '').includes('c-1')
          ? '<h1>CRM</h1><script>setTimeout(() => { for (;;); }, 500)</script>'
          : '<h1>Next</h1><img src="/never">',
      ),
    // The page of the second call is never loaded to its end, but answers all the same.
    '/never': () => undefined,
  });
  events.send(callEvent('ringing', { callId: 'c2', callerNumber: '+31201234562' }));
  await until(
    async () =>
      (await popupTitles(ringcue.app)).includes('+31 20 123 4562 – Sales – CRM') || undefined,
    'the next popup',
  );
  await until(() => crm.visits.includes('/never') || undefined, 'the load without an end');
  await ringcue.app.evaluate(({ BrowserWindow }) => {
    const press = { type: 'mouseDown', x: 50, y: 50, button: 'left', clickCount: 1 } as const;
    const popups = BrowserWindow.getAllWindows().filter((one) => one.getTitle().endsWith('CRM'));
    // The one that answers first, so that it would be found out first.
    popups.sort((a) => (a.getTitle().includes('4562') ? -1 : 1));
    setInterval(() => {
      for (const popup of popups) {
        if (!popup.isDestroyed()) popup.webContents.sendInputEvent(press);
      }
    }, 500);
  });
  await ringcue.logged(/page does not respond/);
  expect(ringcue.log().match(/page does not respond/g)).toHaveLength(1);
  const asked = ringcue.app.evaluate(
    ({ dialog }) =>
      new Promise<string>((resolve) => {
        // The answer "End the page", as a native dialog cannot be clicked from here.
        dialog.showMessageBox = (...args: unknown[]) => {
          resolve((args[1] as { message: string }).message);
          return Promise.resolve({ response: 1, checkboxChecked: false });
        };
      }),
  );
  await focusPopup(ringcue.app, '+31 20 123 4567');
  expect(await asked).toBe('The page does not respond');
  await ringcue.logged(/page crashed/);
  await until(
    () => ringcue.popups().some((one) => one.url().includes('/crashed')) || undefined,
    'the page that says so',
  );
});
