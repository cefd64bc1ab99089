import { expect, it } from 'vitest';
import { oneCrmConfig } from '../support/config.ts';
import { page, startCrm } from '../support/crm.ts';
import { testEventServer } from '../support/event-server.ts';
import { callEvent } from '../support/events.ts';
import { launchRingcue } from '../support/ringcue.ts';
import { until } from '../support/until.ts';

/** What pages, and people's typing mistakes in pages, ask a window for. */
const addresses = [
  '',
  'about:blank',
  'about:srcdoc',
  'about:nothing',
  'javascript:alert(1)',
  "javascript:'<script>confirm(1);alert(2)</script>'",
  'data:text/html,<script>alert(1)</script>',
  'blob:http://127.0.0.1/00000000-0000-0000-0000-000000000000',
  'http://',
  'http://[',
  'http://nonsense:port/',
  'https://%zz/',
  '//',
  'http:///x',
  'ftp://127.0.0.1/',
  'file:///etc/passwd',
  'chrome://version',
  'devtools://devtools/bundled/inspector.html',
  'view-source:http://127.0.0.1/',
  'ringcue-app://app/desk.html',
  'ringcue-problem://x/',
  'mailto:',
  'tel:',
  'no such scheme:x',
  '\u0000',
  '\ud800',
  `http://${'a'.repeat(70_000)}/`,
];

const asker = `<h1>CRM</h1><iframe src="/frame"></iframe><iframe></iframe>
  <iframe sandbox="allow-scripts allow-popups" srcdoc="<p>sandboxed</p>"></iframe>`;

/** Opens each address, and lets what came of it ask for dialogs. Some of it throws in the page, as in a browser. */
const openAll = (list: readonly string[]): void => {
  const attempt = (ask: () => unknown): void => {
    try {
      ask();
    } catch {
      // an address that is none, a window of another origin
    }
  };
  for (const address of list) {
    let child: Window | null = null;
    attempt(() => (child = window.open(address)));
    attempt(() => child?.alert('from a child'));
    attempt(() => child?.confirm('from a child'));
    attempt(() => child?.close());
  }
  for (const frame of document.querySelectorAll('iframe')) {
    attempt(() => frame.contentWindow?.alert('from a frame'));
  }
};

// launchRingcue fails the test where the log has an unhandled rejection or an uncaught error.
it('survives every address that a page opens, from the page, from a frame and in a loop', async () => {
  const events = await testEventServer();
  const crm = await startCrm({
    '/call': (_request, response) => page(response, asker),
    '/frame': (_request, response) => page(response, '<p>frame</p>'),
  });
  const ringcue = await launchRingcue({ config: oneCrmConfig(events.url, { url: crm.url }) });
  await events.connected();
  events.send(callEvent('ringing'));
  const [popup] = await ringcue.popup(1);
  if (popup === undefined) throw new Error('no popup');
  await popup.waitForSelector('h1');
  const inFrames = popup.frames().slice(1);
  expect(inFrames).toHaveLength(3);
  for (const frame of [...inFrames, popup, popup]) await frame.evaluate(openAll, addresses);
  // Still answering, still the one page, and no window was left behind but those a page may have.
  await until(() => ringcue.popups().length === 1 || undefined, 'the popup alone');
  expect(await popup.evaluate(() => document.title)).toBe(await popup.title());
  const windows = await ringcue.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map(({ webContents }) => webContents.getURL()),
  );
  expect(windows.filter((url) => !/^(ringcue-app:|http:|about:blank|$)/.test(url))).toEqual([]);
  events.send(callEvent('ringing', { callId: 'the next call' }));
  await ringcue.popup(2);
});
