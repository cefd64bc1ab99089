import { expect, it } from 'vitest';
import { oneCrmConfig } from '../support/config.ts';
import { page, redirect, startCrm } from '../support/crm.ts';
import { testEventServer } from '../support/event-server.ts';
import { callEvent } from '../support/events.ts';
import { launchRingcue, type Ringcue } from '../support/ringcue.ts';
import { screenshot } from '../support/screens.ts';
import { until } from '../support/until.ts';

it('gives a CRM page no more power than a browser would', async () => {
  const events = await testEventServer();
  const crm = await startCrm();
  const ringcue = await launchRingcue({ config: oneCrmConfig(events.url, { url: crm.url }) });
  await events.connected();
  events.send(callEvent('ringing'));
  const [popup] = await ringcue.popup(1);
  if (popup === undefined) throw new Error('no popup');
  await popup.waitForSelector('h1');

  const found = await popup.evaluate(async () => {
    const permission = async (name: string) => {
      const status = await navigator.permissions.query({ name: name as PermissionName });
      return status.state;
    };
    const camera = await navigator.mediaDevices
      .getUserMedia({ audio: true })
      .then(() => 'granted')
      .catch((error: unknown) => String(error));
    return {
      require: typeof Reflect.get(window, 'require'),
      process: typeof Reflect.get(window, 'process'),
      bridge: typeof Reflect.get(window, 'ringcue'),
      microphone: await permission('microphone'),
      notification: Notification.permission,
      camera,
    };
  });
  expect(found).toMatchObject({
    require: 'undefined',
    process: 'undefined',
    bridge: 'undefined',
    microphone: 'denied',
    notification: 'denied',
  });
  expect(found.camera).toMatch(/NotAllowed|NotFound/);

  const preferences = await ringcue.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .filter((window) => window.webContents.getURL().startsWith('http'))
      .map(({ webContents }) => {
        const read = Reflect.get(webContents, 'getLastWebPreferences') as () => object;
        return { ...read.call(webContents), storage: webContents.session.getStoragePath() };
      }),
  );
  expect(preferences).toHaveLength(1);
  expect(preferences[0]).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    storage: expect.stringMatching(/Partitions.crm-[0-9a-f]{16}$/),
  });
  expect(preferences[0]).not.toHaveProperty('preload');
  expect(await titleOf(ringcue.app)).toBe('+31 20 123 4567 – Sales – CRM');
});

it('sends a CRM page no message, also none that a page with a hole could read', async () => {
  const events = await testEventServer();
  const crm = await startCrm();
  const ringcue = await launchRingcue({ config: oneCrmConfig(events.url, { url: crm.url }) });
  await events.connected();
  const sent = (): Promise<string[]> =>
    ringcue.app.evaluate(() => (Reflect.get(globalThis, 'sent') ?? []) as string[]);
  await ringcue.app.evaluate(({ webContents }) => {
    const messages: string[] = [];
    Reflect.set(globalThis, 'sent', messages);
    for (const contents of webContents.getAllWebContents()) {
      const isCrm = contents.session.getStoragePath()?.includes('crm-') === true;
      const send = contents.send.bind(contents);
      contents.send = (channel, ...values: unknown[]) => {
        messages.push(`${isCrm ? 'CRM' : 'desk'} ${channel}`);
        send(channel, ...values);
      };
    }
  });
  events.send(callEvent('ringing'));
  const [popup] = await ringcue.popup(1);
  await popup?.waitForSelector('h1');
  events.send(callEvent('hangup'));
  await until(
    async () => (await sent()).some((message) => message.startsWith('desk')),
    'news for the desk',
  );
  expect((await sent()).filter((message) => message.startsWith('CRM'))).toEqual([]);
  await ringcue.close();
});

it('keeps the window on listed origins and hands other links to the browser', async () => {
  const events = await testEventServer();
  const other = await startCrm();
  const crm = await startCrm();
  const ringcue = await launchRingcue({ config: oneCrmConfig(events.url, { url: crm.url }) });
  await ringcue.app.evaluate(({ shell }) => {
    const opened: string[] = [];
    Reflect.set(globalThis, 'opened', opened);
    shell.openExternal = (url) => {
      opened.push(url);
      return Promise.resolve();
    };
  });
  const opened = () => ringcue.app.evaluate(() => Reflect.get(globalThis, 'opened') as string[]);
  await events.connected();
  events.send(callEvent('ringing'));
  const [popup] = await ringcue.popup(1);
  if (popup === undefined) throw new Error('no popup');
  await popup.waitForSelector('h1');
  const home = popup.url();

  for (const url of [
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/html,x',
    'ringcue-app://app/desk.html',
  ]) {
    await popup.evaluate((target) => {
      // A script for a new window runs in a blank one, which counts as one of the five below.
      window.open(target)?.close();
      location.href = target;
    }, url);
  }
  const leave = (): Promise<void> =>
    popup.evaluate((target) => {
      location.href = `${target}/elsewhere`;
    }, other.origin);
  await leave();
  await ringcue.logged(/browser not opened: nobody clicked/);
  expect(await opened()).toEqual([]);
  await press(ringcue.app);
  await leave();
  await until(async () => ((await opened()).length > 0 ? true : undefined), 'the browser');
  expect(await opened()).toEqual([`${other.origin}/elsewhere`]);
  expect(popup.url()).toBe(home);
  expect(other.visits).toEqual([]);

  await popup.evaluate((target) => {
    for (let index = 0; index < 50; index += 1) window.open(`${target}/${index}`);
  }, other.origin);
  await ringcue.logged(/too many at once/);
  expect((await opened()).length).toBeLessThanOrEqual(5);

  await press(ringcue.app);
  await popup.evaluate(() => {
    for (let index = 0; index < 50; index += 1) window.open(`/child-${index}`);
  });
  await until(() => (ringcue.popups().length === 6 ? true : undefined), 'five child windows');
});

it('says what happened when the CRM is down, and tries again on request', async () => {
  const events = await testEventServer();
  const gone = await startCrm();
  let down = true;
  const crm = await startCrm({
    '/call': (request, response) => (down ? request.destroy() : page(response, '<h1>Back</h1>')),
    '/leave': (_request, response) => redirect(response, `${gone.origin}/phishing`),
  });
  const ringcue = await launchRingcue({ config: oneCrmConfig(events.url, { url: crm.url }) });
  await events.connected();
  events.send(callEvent('ringing'));
  const [popup] = await ringcue.popup(1);
  if (popup === undefined) throw new Error('no popup');
  await popup.getByRole('heading', { name: 'The page could not be loaded' }).waitFor();
  await screenshot(popup, 'popup-problem');
  down = false;
  await popup.getByRole('link', { name: 'Try again' }).click();
  await popup.getByRole('heading', { name: 'Back' }).waitFor();

  await popup.evaluate(() => {
    location.href = '/leave';
  });
  await popup.getByRole('heading', { name: 'This page tried to leave your CRM' }).waitFor();
  await popup.getByText(gone.origin).waitFor();
  expect(gone.visits).toEqual([]);
});

it('signs in at a listed origin and then opens the pending popup', async () => {
  const events = await testEventServer();
  const login = await startCrm({
    '/login': (request, response) => {
      const back = new URL(request.url ?? '', 'http://login').searchParams.get('back') ?? '';
      page(response, `<a id="in" href="${back}/home?session=1">Sign in</a>`);
    },
  });
  const crm = await startCrm({
    '/call': (request, response) => {
      if (request.headers.cookie === undefined) {
        redirect(
          response,
          `${login.origin}/login?back=${encodeURIComponent(`http://${request.headers.host ?? ''}`)}`,
        );
      } else page(response, '<h1>Customer</h1>');
    },
    '/home': (_request, response) => {
      response.setHeader('set-cookie', 'sid=1; Path=/; HttpOnly');
      page(response, '<h1>Home</h1>');
    },
  });
  const config = oneCrmConfig(
    events.url,
    { url: crm.url, signIn: { origins: [login.origin] } },
    { settings: { keepSessionCookies: true } },
  );
  const ringcue = await launchRingcue({ config });
  await events.connected();
  const host = new URL(crm.origin).host;
  await ringcue.desk.getByRole('button', { name: `Sign in to ${host}` }).waitFor();
  events.send(callEvent('ringing', { callId: 'pending' }));
  const [popup] = await ringcue.popup(1);
  if (popup === undefined) throw new Error('no popup');
  await popup.click('#in');
  await popup.getByRole('heading', { name: 'Customer' }).waitFor();
  expect(popup.url()).toContain('call=pending');
  await ringcue.desk.getByRole('button', { name: `Signed in to ${host}` }).waitFor();

  await ringcue.close();
  const again = await launchRingcue({ config, folder: ringcue.folder });
  await events.connected();
  events.send(callEvent('ringing', { callId: 'next' }));
  const [next] = await again.popup(1);
  await next?.getByRole('heading', { name: 'Customer' }).waitFor();
});

it('finds in the page with Ctrl+F, in a bar of its own', async () => {
  const events = await testEventServer();
  const crm = await startCrm({
    '/call': (_request, response) =>
      page(response, '<h1>Invoices</h1><p>invoice one, invoice two</p>'),
  });
  const ringcue = await launchRingcue({ config: oneCrmConfig(events.url, { url: crm.url }) });
  await events.connected();
  events.send(callEvent('ringing'));
  const [popup] = await ringcue.popup(1);
  await popup?.waitForSelector('h1');
  const pressFind = (): Promise<void> =>
    ringcue.app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()
        .find(({ webContents }) => webContents.getURL().startsWith('http'))
        ?.webContents.sendInputEvent({ type: 'keyDown', keyCode: 'F', modifiers: ['control'] });
    });
  // Keys right after a popup appeared were meant for another window, and do nothing.
  const bar = await until(async () => {
    await pressFind();
    return ringcue.app.windows().find((window) => window.url().includes('find-bar'));
  }, 'the find bar');
  await bar.getByLabel('Find in page').fill('invoice');
  await bar.getByText(/^\d of 3$/).waitFor();
  await bar.getByLabel('Find in page').fill('nowhere');
  await bar.getByText('No results').waitFor();
  expect(await bar.evaluate(() => Object.keys(window.ringcue.calls))).toEqual([
    'find.search',
    'find.close',
  ]);
  // The click ends the page it is on; what counts is that the bar is gone.
  await bar
    .getByRole('button', { name: 'Close' })
    .click()
    .catch(() => undefined);
  await until(
    () =>
      ringcue.app.windows().some((window) => window.url().includes('find-bar')) ? undefined : true,
    'the find bar closed',
  );
});

it('asks before a page with unsaved input is left, and leaves when told so', async () => {
  const events = await testEventServer();
  const crm = await startCrm();
  const ringcue = await launchRingcue({ config: oneCrmConfig(events.url, { url: crm.url }) });
  await events.connected();
  events.send(callEvent('ringing'));
  const [popup] = await ringcue.popup(1);
  await popup?.waitForSelector('h1');
  // Playwright answers a page's beforeunload by itself, so Electron's events for it are sent here.
  await ringcue.app.evaluate(({ BrowserWindow, dialog }) => {
    let asked = 0;
    dialog.showMessageBox = () => Promise.resolve({ response: asked++, checkboxChecked: false });
    const window = BrowserWindow.getAllWindows().find(({ webContents }) =>
      webContents.getURL().startsWith('http'),
    );
    const event = { preventDefault: () => undefined };
    Reflect.set(globalThis, 'tryToClose', () => {
      window?.emit('close', event);
      window?.webContents.emit('will-prevent-unload', event);
      return asked;
    });
  });
  const tryToClose = () =>
    ringcue.app.evaluate(() => (Reflect.get(globalThis, 'tryToClose') as () => number)());
  expect(await tryToClose()).toBe(1);
  expect(ringcue.popups()).toHaveLength(1);
  // Until the first answer has arrived, a second question is not asked.
  await until(async () => (await tryToClose()) === 2 || undefined, 'the second question');
  await until(() => (ringcue.popups().length === 0 ? true : undefined), 'the popup closed');
});

it('closes popups and changes the session when another agent is set', async () => {
  const events = await testEventServer();
  const crm = await startCrm({
    '/call': (request, response) => {
      response.setHeader('set-cookie', 'who=ada; Path=/; Max-Age=3600');
      page(response, `<h1>${request.headers.cookie ?? 'no cookie'}</h1>`);
    },
  });
  const config = oneCrmConfig(events.url, { url: crm.url });
  delete config.agent;
  const ringcue = await launchRingcue({ config });
  const { desk } = ringcue;
  await desk.getByLabel('Extension').fill('1004');
  await desk.getByRole('button', { name: 'Continue', exact: true }).click();
  await desk.getByText('Connected', { exact: true }).first().waitFor();
  events.send(callEvent('ringing', { callId: '1', agent: { extension: '1004' } }));
  const [first] = await ringcue.popup(1);
  await first?.getByRole('heading', { name: 'no cookie' }).waitFor();

  await desk.getByRole('button', { name: 'Settings' }).click();
  await desk.getByLabel('Extension').fill('1005');
  await desk.getByRole('button', { name: 'Switch agent' }).click();
  await until(() => (ringcue.popups().length === 0 ? true : undefined), 'the popup closed');
  await desk.getByRole('button', { name: 'Desk' }).click();
  await desk.getByText('Connected', { exact: true }).first().waitFor();
  events.send(callEvent('ringing', { callId: '2', agent: { extension: '1005' } }));
  const [second] = await ringcue.popup(1);
  await second?.getByRole('heading', { name: 'no cookie' }).waitFor();
});

/** A person looks at the popup and clicks beside everything. */
function press(app: Ringcue['app']): Promise<void> {
  return app.evaluate(({ BrowserWindow }) => {
    const popup = BrowserWindow.getAllWindows().find(({ webContents }) =>
      webContents.getURL().startsWith('http'),
    );
    // Playwright's pages do not get the system's focus, and which window has it is not what is tested here.
    if (popup !== undefined) popup.isFocused = () => true;
    popup?.webContents.sendInputEvent({ type: 'mouseDown', x: 2, y: 2 });
    popup?.webContents.sendInputEvent({ type: 'mouseUp', x: 2, y: 2 });
  });
}

function titleOf(app: Awaited<ReturnType<typeof launchRingcue>>['app']): Promise<string> {
  return app.evaluate(
    ({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()
        .find((window) => window.webContents.getURL().startsWith('http'))
        ?.getTitle() ?? '',
  );
}
