import { expect, it } from 'vitest';
import type { Page } from 'playwright';
import { oneCrmConfig, type ConfigFile } from '../support/config.ts';
import { page, startCrm } from '../support/crm.ts';
import { testEventServer } from '../support/event-server.ts';
import { callEvent } from '../support/events.ts';
import { launchRingcue, type Ringcue } from '../support/ringcue.ts';
import { screenshot } from '../support/screens.ts';
import { startTlsServer } from '../support/tls-server.ts';
import { until } from '../support/until.ts';

/** Notes can be sent; nobody sends one here. */
const notes: Partial<ConfigFile> = {
  webhooks: [{ id: 'notes', name: 'Notes', url: 'https://crm.example.com/notes' }],
};
const noteRules: NonNullable<ConfigFile['rules']> = [
  {
    id: 'noted',
    name: 'Notes to the CRM',
    when: { stage: 'noted' },
    actions: [{ do: 'send', webhook: 'notes' }],
  },
];

async function launch(url: string) {
  const events = await testEventServer();
  const config = oneCrmConfig(events.url, { url }, notes);
  const ringcue = await launchRingcue({
    config: { ...config, rules: [...(config.rules ?? []), ...noteRules] },
  });
  await events.connected();
  const ring = async (data: Readonly<Record<string, unknown>> = {}): Promise<Page> => {
    const before = ringcue.popups();
    events.send(callEvent('ringing', { contactName: 'Grace Hopper', ...data }));
    return until(() => ringcue.popups().find((one) => !before.includes(one)), 'the popup');
  };
  return { ringcue, ring };
}

const heading = (popup: Page, text: string): Promise<void> =>
  popup.getByRole('heading', { name: text }).waitFor();

const clipboard = ({ app }: Ringcue): Promise<string> =>
  app.evaluate(({ clipboard: system }) => system.readText());

/** Presses and waits until the button says it. By the main process: Playwright waits for the navigation that is stopped. */
const press = ({ app }: Ringcue, name: string): Promise<unknown> =>
  app.evaluate(({ webContents }, label) => {
    const page = webContents
      .getAllWebContents()
      .find((one) => one.getURL().startsWith('ringcue-problem:'));
    return page?.mainFrame.executeJavaScript(`new Promise((resolve) => {
      const button = document.querySelector('[aria-label="${label}"]');
      new MutationObserver(resolve).observe(button, { childList: true });
      button.click();
    }).then(() => undefined)`);
  }, name);

async function resize({ app }: Ringcue, width: number): Promise<void> {
  await app.evaluate(({ BrowserWindow }, wide) => {
    BrowserWindow.getAllWindows()
      .find((one) => one.webContents.getURL().startsWith('ringcue-problem:'))
      ?.setContentSize(wide, 760);
  }, width);
}

it('keeps the caller in sight while the page is away: to copy, to note, until it is back', async () => {
  let isDown = true;
  const crm = await startCrm({
    '/call': (_request, response) => {
      if (isDown) response.writeHead(503).end();
      else page(response, '<h1>CRM</h1>');
    },
  });
  const { ringcue, ring } = await launch(crm.url);
  const popup = await ring();
  await heading(popup, 'The CRM returned an error');
  const caller = popup.getByRole('region', { name: 'Caller' });
  expect(await caller.locator('bdi').allInnerTexts()).toEqual([
    'Grace Hopper',
    '+31 20 123 4567',
    'Sales',
  ]);
  await popup.getByText(/^Next attempt in \d+ s\.$/).waitFor();
  const note = popup.getByRole('textbox', { name: 'Note' });
  await note.fill('Wants "gold" & <b>a call</b>');
  await until(
    async () =>
      (await ringcue.desk.getByRole('textbox', { name: 'Note' }).inputValue()) ===
        'Wants "gold" & <b>a call</b>' || undefined,
    'the note on the desk',
  );
  for (const width of [1180, 720]) {
    await resize(ringcue, width);
    await screenshot(popup, `problem-page-${width}`);
    await screenshot(popup, `problem-page-${width}-dark`, 'dark');
  }
  isDown = false;
  await popup.getByRole('link', { name: 'Try again' }).click();
  await heading(popup, 'CRM');
});

it('copies what is known of the caller, and says so', async () => {
  const crm = await startCrm({ '/call': (_request, response) => response.writeHead(404).end() });
  const { ringcue, ring } = await launch(crm.url);
  const popup = await ring();
  await popup.getByRole('link', { name: 'Copy: +31 20 123 4567' }).waitFor();
  for (const [name, copied] of [
    ['Copy: Grace Hopper', 'Grace Hopper'],
    ['Copy: +31 20 123 4567', '+31201234567'],
    ['Copy: Sales', 'Sales'],
  ] as const) {
    await press(ringcue, name);
    await until(async () => (await clipboard(ringcue)) === copied || undefined, copied);
  }
});

it('shows the note again that was written, when the page fails once more', async () => {
  const crm = await startCrm({ '/call': (_request, response) => response.writeHead(404).end() });
  const { ringcue, ring } = await launch(crm.url);
  const popup = await ring();
  await heading(popup, 'The CRM returned an error');
  await popup.getByText('There is no page at this address.').waitFor();
  expect(await popup.getByText('Next attempt').count()).toBe(0);
  await popup.getByRole('textbox', { name: 'Note' }).fill('first');
  await until(
    async () =>
      (await ringcue.desk.locator('textarea').first().inputValue()) === 'first' || undefined,
    'the note on the desk',
  );
  await popup.getByRole('link', { name: 'Try again' }).click();
  await crm.visited(2);
  await heading(popup, 'The CRM returned an error');
  expect(await popup.getByRole('textbox', { name: 'Note' }).inputValue()).toBe('first');
});

it.each([
  ['http://nothing.invalid/call', 'The server’s name cannot be found.'],
  ['http://127.0.0.1:9/call', 'The page could not be loaded'],
])('names the caller where nothing answers: %s', async (url, said) => {
  const { ring } = await launch(url);
  const popup = await ring({ contactName: 'x'.repeat(300), queue: undefined });
  await popup.getByText(said).first().waitFor();
  const caller = popup.getByRole('region', { name: 'Caller' });
  expect(await caller.locator('bdi').allInnerTexts()).toEqual(['x'.repeat(300), '+31 20 123 4567']);
  expect(await popup.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
});

it('says that a certificate is not trusted, and names the caller; nothing is asked for again', async () => {
  const server = await startTlsServer();
  const { ring } = await launch(server.url.replace('wss:', 'https:'));
  const popup = await ring({ contactName: undefined, callerNumber: undefined, queue: undefined });
  await heading(popup, 'The page’s certificate is not trusted');
  await popup.getByText('This computer does not trust the server’s certificate.').waitFor();
  const caller = popup.getByRole('region', { name: 'Caller' });
  expect(await caller.locator('bdi').allInnerTexts()).toEqual(['Unknown caller']);
  expect(await popup.getByText('Next attempt').count()).toBe(0);
});

it('tells no page who calls: neither by an address, nor by a link that another page has', async () => {
  let status = 503;
  const crm = await startCrm({
    '/call': (_request, response) => {
      response.writeHead(status, { 'content-type': 'text/html' }).end('<h1>CRM</h1>');
    },
  });
  const { ringcue, ring } = await launch(crm.url);
  const popup = await ring();
  await heading(popup, 'The CRM returned an error');
  expect(popup.url()).toMatch(/^ringcue-problem:\/\/page\/http\/[\da-f-]{36}$/);
  const link = await popup.getByRole('link', { name: 'Copy: Sales' }).getAttribute('href');
  await ringcue.app.evaluate(({ clipboard: system }) => system.writeText('untouched'));
  status = 200;
  await popup.getByRole('link', { name: 'Try again' }).click();
  await heading(popup, 'CRM');
  await popup.evaluate((href) => {
    location.href = href ?? '';
  }, link);
  await ringcue.logged(/navigation stopped/);
  expect(await clipboard(ringcue)).toBe('untouched');
});
