import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { oneCrmConfig } from '../support/config.ts';
import { page, startCrm } from '../support/crm.ts';
import { testEventServer } from '../support/event-server.ts';
import { callEvent } from '../support/events.ts';
import { launchRingcue } from '../support/ringcue.ts';
import { popupTitles } from '../support/typed-window.ts';
import { activeWindow, startTypist } from '../support/typist.ts';
import { until } from '../support/until.ts';

async function launch(focus: 'show' | 'raise' | 'flash', popupLimit = 50) {
  const events = await testEventServer();
  const crm = await startCrm({
    // A page that does all it can to be noticed.
    '/call': (_request, response) =>
      page(response, '<h1>CRM</h1><input id="note" autofocus><script>window.focus()</script>'),
  });
  const ringcue = await launchRingcue({
    config: oneCrmConfig(
      events.url,
      { url: crm.url, window: { focus, width: 500, height: 400 } },
      { settings: { popupLimit } },
    ),
  });
  await events.connected();
  return { ringcue, crm, events };
}

it('loses no key of a person who types elsewhere while 50 popups open', async () => {
  const { ringcue, crm, events } = await launch('show');
  const typist = await startTypist();
  const text = 'the quick brown fox jumps over the lazy dog. '.repeat(12).trim();
  const active = new Set<string>();
  const watch = setInterval(() => active.add(activeWindow()), 15);
  const typed = typist.type(text, 45);
  for (let call = 0; call < 50; call += 1) {
    events.send(callEvent('ringing', { callId: `c${call}` }));
    await wait(200);
  }
  await crm.visited(50);
  await typed;
  await until(() => typist.typed().length >= text.length || undefined, 'the last key');
  clearInterval(watch);
  expect(typist.typed()).toBe(text);
  expect([...active]).toEqual([typist.window]);
  expect(await popupTitles(ringcue.app)).toHaveLength(50);
  const written = await Promise.all(
    ringcue.popups().map((popup) => popup.locator('#note').inputValue()),
  );
  expect(written.join('')).toBe('');
});

it('gives a popup the focus when that is set, but only when nobody types', async () => {
  const { ringcue, crm, events } = await launch('raise');
  const typist = await startTypist();
  const text = 'a sentence that must arrive whole where it was begun';
  const typed = typist.type(text, 60);
  events.send(callEvent('ringing', { callId: 'c1' }));
  await crm.visited(1);
  await typed;
  await until(() => typist.typed().length >= text.length || undefined, 'the last key');
  expect(typist.typed()).toBe(text);
  const isFocused = () =>
    ringcue.app.evaluate(({ BrowserWindow }) =>
      (BrowserWindow.getFocusedWindow()?.webContents.getURL() ?? '').startsWith('http'),
    );
  await until(async () => (await isFocused()) || undefined, 'the popup to get the focus');
});

it('only flashes where that is set: the popup waits until it is opened', async () => {
  const { ringcue, crm, events } = await launch('flash');
  const typist = await startTypist();
  events.send(callEvent('ringing', { callId: 'c1' }));
  await crm.visited(1);
  const shown = await ringcue.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .filter((window) => window.webContents.getURL().startsWith('http'))
      .map((window) => ({ minimized: window.isMinimized(), focused: window.isFocused() })),
  );
  expect(shown).toEqual([{ minimized: true, focused: false }]);
  expect(activeWindow()).toBe(typist.window);
});
