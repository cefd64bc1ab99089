import { expect, it } from 'vitest';
import { oneCrmConfig } from '../support/config.ts';
import { page, startCrm } from '../support/crm.ts';
import { testEventServer } from '../support/event-server.ts';
import { callEvent } from '../support/events.ts';
import { launchRingcue, type Ringcue } from '../support/ringcue.ts';
import { until } from '../support/until.ts';

type Routes = NonNullable<Parameters<typeof startCrm>[0]>;
type Window = NonNullable<Parameters<typeof oneCrmConfig>[1]['window']>;

async function launch(routes: Routes, window: Window = {}) {
  const events = await testEventServer();
  const crm = await startCrm(routes);
  const ringcue = await launchRingcue({
    config: oneCrmConfig(events.url, {
      url: crm.url,
      window: { width: 500, height: 400, ...window },
    }),
  });
  await events.connected();
  const ring = (callId: string): void =>
    void events.send(callEvent('ringing', { callId, contactName: callId }));
  ring('first');
  const [popup] = await ringcue.popup(1);
  if (popup === undefined) throw new Error('no popup');
  await popup.waitForSelector('h1');
  return { crm, ringcue, ring, popup };
}

/** A person clicks beside everything in each window of a page; each counts as looked at. */
const press = (ringcue: Ringcue): Promise<void> =>
  ringcue.app.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) {
      if (!window.webContents.getURL().startsWith('http')) continue;
      window.isFocused = () => true;
      window.webContents.sendInputEvent({ type: 'mouseDown', x: 2, y: 2 });
      window.webContents.sendInputEvent({ type: 'mouseUp', x: 2, y: 2 });
    }
  });

const shown = (ringcue: Ringcue) =>
  ringcue.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .filter(({ webContents }) => /^(http|ringcue-problem)/.test(webContents.getURL()))
      .map((window) => ({
        title: window.getTitle(),
        url: window.webContents.getURL(),
        bounds: window.getBounds(),
        kiosk: window.isKiosk(),
        full: window.isFullScreen(),
        above: window.isAlwaysOnTop(),
        opacity: window.getOpacity(),
        focusable: window.isFocusable(),
        closable: window.isClosable(),
        movable: window.isMovable(),
        modal: window.isModal(),
      })),
  );

it('gives a page’s windows no option that the page asks for', async () => {
  const { ringcue, popup } = await launch({
    '/child': (_request, response) => page(response, '<h1>Child</h1>'),
  });
  await press(ringcue);
  await popup.evaluate(() => {
    for (const wish of [
      'kiosk=yes,fullscreen=yes',
      'alwaysOnTop=yes,opacity=0,frame=no',
      'left=-900,width=99999,height=99999',
    ])
      window.open('/child', '_blank', `${wish},modal=yes,closable=no,movable=no,focusable=no`);
  });
  await ringcue.popup(4);
  const windows = await shown(ringcue);
  expect(windows).toHaveLength(4);
  for (const { bounds, ...options } of windows) {
    expect(options).toMatchObject({
      title: 'first (+31 20 123 4567) – Sales – CRM',
      kiosk: false,
      full: false,
      above: false,
      opacity: 1,
      focusable: true,
      closable: true,
      movable: true,
      modal: false,
    });
    expect(bounds.x).toBeGreaterThanOrEqual(0);
    expect(bounds.x + bounds.width).toBeLessThanOrEqual(1600);
  }
});

it('counts the windows of a popup over all its children', async () => {
  const { ringcue, popup } = await launch({
    '/grow': (_request, response) => page(response, '<h1>Grow</h1>'),
  });
  const grow = async (): Promise<void> => {
    await press(ringcue);
    for (const window of ringcue.popups()) {
      await window.evaluate(() => {
        for (let index = 0; index < 3; index += 1) open(`/grow?${Math.random()}`);
      });
    }
  };
  await grow();
  await ringcue.popup(4);
  await grow();
  await ringcue.logged(/too many of this popup/);
  expect(ringcue.popups()).toHaveLength(6);
  await popup.close();
});

it('leaves a window where it is when its page moves it', async () => {
  const { ringcue, popup } = await launch({});
  const before = (await shown(ringcue))[0]?.bounds;
  await popup.evaluate(() => {
    moveTo(0, 0);
    resizeTo(screen.width, screen.height);
  });
  // What the page asked for comes before the answer to the next question.
  await popup.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
  expect((await shown(ringcue))[0]?.bounds).toEqual(before);
});

it('says so when a page empties its own window', async () => {
  const { popup } = await launch({});
  await popup.evaluate(() => {
    location.href = 'about:blank';
  });
  await popup.getByRole('heading', { name: 'The page is blank' }).waitFor();
});

it('keeps the caller whose page is on screen in the title, and gives the next call its own window', async () => {
  const { crm, ringcue, ring } = await launch(
    {
      '/call': (request, response) =>
        page(
          response,
          (request.url ?? '').includes('call=first')
            ? `<h1>CRM</h1><script>addEventListener('beforeunload', () => { const end = Date.now() + 8000; while (Date.now() < end); })</script>`
            : '<h1>CRM</h1>',
        ),
    },
    { target: 'reused' },
  );
  // Chromium runs beforeunload only on a page that somebody has used.
  await press(ringcue);
  ring('second');
  await until(async () => {
    const windows = await shown(ringcue);
    for (const { title, url } of windows) {
      if (title.startsWith('first')) expect(url).toContain('call=first');
    }
    return windows.some(({ title }) => title.startsWith('second')) || undefined;
  }, 'the second call');
  expect(crm.visits.filter((visit) => visit.includes('call=second'))).toHaveLength(1);
});

it('does not count what a page writes into itself, or clicks, as a person’s input', async () => {
  const { ringcue, ring, popup } = await launch(
    {
      '/call': (_request, response) =>
        page(response, '<h1>CRM</h1><input id="note"><input id="box" type="checkbox">'),
    },
    { target: 'reused' },
  );
  await popup.evaluate(() => {
    document.getElementById('note')?.focus();
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- what editors in CRMs still use
    document.execCommand('insertText', false, 'typed by the page');
    document.getElementById('box')?.click();
  });
  // As long as the page's own input is held against what the main process saw.
  await popup.evaluate(() => new Promise((done) => setTimeout(done, 500)));
  expect(ringcue.log()).not.toContain('popup edited');
  ring('second');
  await until(
    async () => (await shown(ringcue))[0]?.title.startsWith('second') === true || undefined,
    'the second call in the same window',
  );
  expect(ringcue.popups()).toHaveLength(1);
});

it('saves no file for a page that nobody clicked in, and asks nothing', async () => {
  const { ringcue, popup } = await launch({
    '/file': (_request, response) =>
      response.writeHead(200, { 'content-disposition': 'attachment; filename="x.bin"' }).end('x'),
  });
  await popup.evaluate(() => {
    for (let index = 0; index < 6; index += 1) {
      const link = document.createElement('a');
      link.href = `/file?${index}`;
      link.download = 'x.bin';
      document.body.append(link);
      link.click();
    }
  });
  await ringcue.logged(/download refused/);
  await ringcue.desk.getByText('A page tried to save').waitFor();
});

it('refuses every permission and download in sessions that no CRM uses', async () => {
  const { ringcue } = await launch({});
  const state = await ringcue.desk.evaluate(async () => {
    const asked = await Notification.requestPermission();
    const { state: place } = await navigator.permissions.query({ name: 'geolocation' });
    return { asked, place };
  });
  expect(state).toEqual({ asked: 'denied', place: 'denied' });
});
