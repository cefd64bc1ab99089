import { execFileSync } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import type { Page } from 'playwright';
import { startBareApp } from '../support/bare-app.ts';
import { oneCrmConfig, type ConfigFile } from '../support/config.ts';
import { startCrm } from '../support/crm.ts';
import { testEventServer } from '../support/event-server.ts';
import { callEvent } from '../support/events.ts';
import { useOwnDesktop } from '../support/own-desktop.ts';
import { launchRingcue, type Ringcue } from '../support/ringcue.ts';
import { screenshot } from '../support/screens.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { activeWindow, countWindows, startTypist } from '../support/typist.ts';
import { until } from '../support/until.ts';

useOwnDesktop();

const cardTitle = '^Ringcue card$';

async function setUp(settings: ConfigFile['settings'] = {}) {
  const events = await testEventServer();
  const crm = await startCrm();
  const config = oneCrmConfig(
    events.url,
    { url: crm.url, window: { focus: 'show', width: 500, height: 400, close: { when: 'hangup' } } },
    { settings },
  );
  return {
    events,
    config,
    send: (stage: string, callId: string, contactName: string) =>
      events.send(callEvent(stage, { callId, contactName })),
  };
}

/** Its page. The window that is kept ready for the next popup is blank, too. */
const cardOf = ({ app }: Ringcue): Promise<Page> =>
  until(async () => {
    for (const one of app.windows()) {
      if (one.url() === 'about:blank' && (await one.locator('main').count()) === 1) return one;
    }
    return undefined;
  }, 'the card’s page');

/** Playwright, when it takes hold of a new page, can give the focus to the desk, which then needs no card. */
async function hideDesk({ app }: Ringcue): Promise<void> {
  await until(() => countWindows('^Ringcue$', true) === 1 || undefined, 'the desk');
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .find((one) => one.webContents.getURL().includes('/desk.html'))
      ?.hide(),
  );
}

const appears = (): Promise<true> =>
  until(() => countWindows(cardTitle, true) === 1 || undefined, 'the card');

const facts = ({ app }: Ringcue) =>
  app.evaluate(({ BrowserWindow, screen }) => {
    const all = BrowserWindow.getAllWindows();
    const card = all.find((one) => one.getTitle() === 'Ringcue card');
    const desk = all.find((one) => one.webContents.getURL().includes('/desk.html'));
    return {
      bounds: card?.getBounds(),
      area: screen.getPrimaryDisplay().workArea,
      isOnTop: card?.isAlwaysOnTop(),
      takesFocus: card?.isFocusable(),
      isOfTheDesk: card?.webContents.getOSProcessId() === desk?.webContents.getOSProcessId(),
    };
  });

it('takes no key and no focus from a person who types elsewhere, through 50 calls', async () => {
  const { events, config } = await setUp({ popupLimit: 2 });
  startBareApp(config);
  await events.connected();
  await until(() => countWindows('^Ringcue$', true) > 0 || undefined, 'the desk');
  const typist = await startTypist();
  const text = 'the quick brown fox jumps over the lazy dog. '.repeat(12).trim();
  const active = new Set<string>();
  let seen = 0;
  const watch = setInterval(() => active.add(activeWindow()), 25);
  const typed = typist.type(text, 40);
  for (let call = 0; call < 50; call += 1) {
    events.send(callEvent('ringing', { callId: `c${call}` }));
    await wait(150);
    seen = Math.max(seen, countWindows(cardTitle, true));
    // It goes and comes again all the time.
    if (call % 5 === 4) {
      for (let over = call - 4; over <= call; over += 1) {
        events.send(callEvent('hangup', { callId: `c${over}` }));
      }
    }
  }
  await typed;
  await until(() => typist.typed().length >= text.length || undefined, 'the last key');
  clearInterval(watch);
  expect(seen).toBe(1);
  expect(typist.typed()).toBe(text);
  expect([...active]).toEqual([typist.window]);
  await until(() => countWindows(cardTitle, true) === 0 || undefined, 'the card to go');
});

it('does what its buttons say under a person’s pointer, who goes on typing elsewhere', async () => {
  const { events, config, send } = await setUp();
  const app = startBareApp(config);
  await events.connected();
  await until(() => countWindows('^Ringcue$', true) > 0 || undefined, 'the desk');
  const typist = await startTypist();
  send('ringing', 'c1', 'Grace Hopper');
  await appears();
  const [id = ''] = xdotool('search', '--onlyvisible', '--name', cardTitle).split('\n');
  const text = 'a sentence that is typed while the pointer is elsewhere';
  const typed = typist.type(text, 40);
  // The last button hides it.
  xdotool('mousemove', '--window', id, '298', '62', 'click', '1');
  await until(() => countWindows(cardTitle, true) === 0 || undefined, 'the card to go');
  await typed;
  await until(() => typist.typed().length >= text.length || undefined, 'the last key');
  expect(typist.typed()).toBe(text);
  expect(activeWindow()).toBe(typist.window);
  expect(app.logged('uncaught')).toBe(0);
});

it('shows the caller above all, drawn by the desk, at an edge, and where it was left', async () => {
  const { config, events, send } = await setUp();
  const folder = temporaryFolder();
  const first = await launchRingcue({ config, folder });
  await events.connected();
  await hideDesk(first);
  await startTypist();
  send('ringing', 'c1', 'Grace Hopper');
  await appears();
  const card = await cardOf(first);
  await card.getByText('Grace Hopper').waitFor();
  await card.getByText('+31 20 123 4567 · Sales').waitFor();
  const { bounds, area, ...is } = await facts(first);
  expect(is).toEqual({ isOnTop: true, takesFocus: false, isOfTheDesk: true });
  expect(bounds).toEqual({
    width: 320,
    height: 96,
    x: area.x + area.width - 328,
    y: area.y + area.height - 104,
  });
  await screenshot(card, 'mini-card');
  await card.emulateMedia({ colorScheme: 'dark' });
  await card.locator('html[data-mantine-color-scheme=dark]').waitFor();
  await screenshot(card, 'mini-card-dark', 'dark');
  send('answered', 'c1', 'Grace Hopper');
  await card.locator('main[data-rings=false]').waitFor();
  await screenshot(card, 'mini-card-answered');
  // Dragged near the upper edge.
  await card.evaluate(async () => {
    const { calls } = (window.opener as typeof window & { ringcue: Bridge }).ringcue;
    await calls['card.move']({ x: 300, y: 20 });
    await calls['card.drop'](undefined);
  });
  await until(async () => {
    const { bounds: now } = await facts(first);
    return (now?.x === 300 && now.y === area.y + 8) || undefined;
  }, 'the card at the edge');
  await first.close();

  const second = await launchRingcue({ config, folder });
  // The first one's connection may not be gone yet.
  await until(() => events.handshakes.length === 2, 'the second connection');
  await hideDesk(second);
  await startTypist();
  send('ringing', 'c2', 'Ada');
  await appears();
  expect((await facts(second)).bounds).toMatchObject({ x: 300, y: area.y + 8 });
});

interface Bridge {
  readonly calls: {
    readonly 'card.move': (place: { x: number; y: number }) => Promise<unknown>;
    readonly 'card.drop': (nothing: undefined) => Promise<unknown>;
  };
}

it('comes also where the desk was closed, and leads to its note', async () => {
  const { config, events, send } = await setUp();
  const ringcue = await launchRingcue({
    config: {
      ...config,
      webhooks: [{ id: 'notes', name: 'Notes', url: 'https://crm.example.com/notes' }],
      rules: [
        ...(config.rules ?? []),
        {
          id: 'noted',
          name: 'Notes',
          when: { stage: 'noted' },
          actions: [{ do: 'send', webhook: 'notes' }],
        },
      ],
    },
  });
  await events.connected();
  await ringcue.desk.close();
  send('ringing', 'c1', 'Grace Hopper');
  await appears();
  expect(countWindows('^Ringcue$', true)).toBe(0);
  const card = await cardOf(ringcue);
  await card.getByRole('button', { name: 'Note' }).click();
  await until(() => countWindows('^Ringcue$', true) === 1 || undefined, 'the desk');
  const desk = await until(
    () => ringcue.app.windows().find((one) => one.url().includes('/desk.html') && !one.isClosed()),
    'its page',
  );
  const note = desk.getByTestId('call').getByRole('textbox', { name: 'Note' });
  await note.waitFor();
  expect(await note.evaluate((field) => field === document.activeElement)).toBe(true);
  // Who looks at the desk needs no card.
  await until(() => countWindows(cardTitle, true) === 0 || undefined, 'the card to go');
});

it('is not there where it is off', async () => {
  const { config, events, send } = await setUp({ miniCard: false });
  const ringcue = await launchRingcue({ config });
  await events.connected();
  await startTypist();
  send('ringing', 'c1', 'Grace Hopper');
  await ringcue.desk.getByTestId('call').waitFor();
  await ringcue.logged(/popup painted/);
  send('hangup', 'c1', 'Grace Hopper');
  await ringcue.desk.getByText('No active calls.').waitFor();
  expect(countWindows(cardTitle, false)).toBe(0);
});

const xdotool = (...args: readonly string[]): string =>
  execFileSync('xdotool', [...args], { encoding: 'utf8' }).trim();
