import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { startBareApp } from '../support/bare-app.ts';
import { oneCrmConfig } from '../support/config.ts';
import { page, startCrm } from '../support/crm.ts';
import { testEventServer } from '../support/event-server.ts';
import { callEvent } from '../support/events.ts';
import { useOwnDesktop } from '../support/own-desktop.ts';
import { activeTitle, activeWindow, countWindows, lookAt, startTypist } from '../support/typist.ts';
import { until } from '../support/until.ts';

useOwnDesktop();

/** A page that does all it can to be noticed, and tells its server what was typed into it. */
const greedyPage = `<h1>CRM</h1><input id="note" autofocus>
  <script>
    window.focus();
    document.getElementById('note').focus();
    addEventListener('keydown', (event) => fetch('/key?' + encodeURIComponent(event.key)));
  </script>`;

async function launch(
  focus: 'show' | 'raise' | 'flash',
  popupLimit = 50,
  content = greedyPage,
  failures = 0,
) {
  const events = await testEventServer();
  const keys: string[] = [];
  const crm = await startCrm({
    // Overloaded at first: what comes by itself later has another process, and no more rights.
    '/call': (_request, response) => {
      if ((failures -= 1) >= 0) response.writeHead(503).end();
      else page(response, content);
    },
    '/child': (_request, response) => page(response, '<h1>Child</h1>'),
    '/key'(request, response) {
      keys.push(request.url ?? '');
      response.writeHead(204).end();
    },
  });
  const app = startBareApp(
    oneCrmConfig(
      events.url,
      { url: crm.url, window: { focus, width: 500, height: 400 } },
      { settings: { popupLimit } },
    ),
  );
  await events.connected();
  await until(() => countWindows('^Ringcue$', true) > 0 || undefined, 'the desk');
  const typist = await startTypist();
  const visits = () => crm.visits.filter((visit) => visit.startsWith('/call')).length;
  return { events, keys, typist, visits, logged: app.logged };
}

it('loses no key of a person who types elsewhere while 50 popups open', async () => {
  const { events, keys, typist, visits } = await launch('show');
  const text = 'the quick brown fox jumps over the lazy dog. '.repeat(12).trim();
  const active = new Set<string>();
  const watch = setInterval(() => active.add(activeWindow()), 25);
  const typed = typist.type(text, 40);
  for (let call = 0; call < 50; call += 1) {
    events.send(callEvent('ringing', { callId: `c${call}` }));
    // As fast as a desk's calls never come, and slow enough that each window is really shown.
    await wait(150);
  }
  await until(() => visits() >= 50 || undefined, '50 pages');
  await until(() => countWindows(' – CRM$', true) === 50 || undefined, '50 popups');
  await typed;
  await until(() => typist.typed().length >= text.length || undefined, 'the last key');
  clearInterval(watch);
  expect(typist.typed()).toBe(text);
  expect([...active]).toEqual([typist.window]);
  expect(keys).toEqual([]);
});

it('gives a popup the focus when that is set, but only when nobody types', async () => {
  const { events, keys, typist, visits } = await launch('raise');
  const text = 'a sentence that must arrive whole where it was begun';
  const typed = typist.type(text, 60);
  // Before the first key nobody types, and the popup would be right to take the focus.
  await until(() => typist.typed() !== '' || undefined, 'the first key');
  events.send(callEvent('ringing', { callId: 'c1' }));
  await until(() => visits() >= 1 || undefined, 'the page');
  await typed;
  await until(() => typist.typed().length >= text.length || undefined, 'the last key');
  expect(typist.typed()).toBe(text);
  expect(keys).toEqual([]);
  await until(() => activeTitle().endsWith(' – CRM') || undefined, 'the popup to get the focus');
});

it('only flashes where that is set: the popup waits until it is opened', async () => {
  const { events, typist, visits } = await launch('flash');
  events.send(callEvent('ringing', { callId: 'c1' }));
  await until(() => visits() >= 1 || undefined, 'the page');
  await until(
    () =>
      (countWindows(' – CRM$', false) === 1 && countWindows(' – CRM$', true) === 0) || undefined,
    'the popup to be minimized',
  );
  expect(activeWindow()).toBe(typist.window);
});

// Here and not with the other lifecycles, as touching is having the focus.
it('closes when a colleague answered what rang here, unless it was touched', async () => {
  const grace = { id: '84', customId: 'A-84', email: 'grace@example.com', extension: '1005' };
  const { events, visits, typist } = await launch('show', 5, '<h1>CRM</h1>');
  let time = Date.now();
  const send = (stage: string, callId: string, agent?: typeof grace): void => {
    const data = { callId, contactName: callId, ...(agent && { agent }) };
    events.send({ ...callEvent(stage, data), time: new Date((time += 10)).toISOString() });
  };
  // Ring-all: the same calls ring for both.
  for (const callId of ['one', 'two']) {
    send('ringing', callId);
    send('ringing', callId, grace);
  }
  await until(() => visits() >= 2 || undefined, 'both pages');
  await until(() => countWindows(' – CRM$', true) === 2 || undefined, 'both popups');
  lookAt('^two .* – CRM$');
  await until(() => activeTitle().startsWith('two') || undefined, 'the popup to be looked at');
  lookAt('^notes$');
  await until(() => activeWindow() === typist.window || undefined, 'the notes again');
  send('answered', 'two', grace);
  send('answered', 'one', grace);
  await until(() => countWindows('^one .* – CRM$', false) === 0 || undefined, 'one to close');
  expect(countWindows('^two .* – CRM$', true)).toBe(1);
});

it('opens no more windows than allowed, of 50 calls at once: the oldest untouched goes', async () => {
  const { events, logged, typist } = await launch('show', 3, '<h1>CRM</h1>');
  const ring = (callId: string) => callEvent('ringing', { callId, contactName: callId });
  events.send(ring('first'));
  await until(() => countWindows('^first .* – CRM$', true) === 1 || undefined, 'the first popup');
  lookAt('^first .* – CRM$');
  await until(() => activeTitle().startsWith('first') || undefined, 'the popup to be looked at');
  lookAt('^notes$');
  await until(() => activeWindow() === typist.window || undefined, 'the notes again');
  events.send(Array.from({ length: 50 }, (_, index) => ring(`call ${index}`)));
  await until(() => logged('popup opened') === 51 || undefined, '51 popups');
  await until(() => countWindows(' – CRM$', false) === 3 || undefined, 'three windows');
  for (const kept of ['first', 'call 48', 'call 49']) {
    expect(countWindows(`^${kept} .* – CRM$`, false)).toBe(1);
  }
  expect(logged('popup not opened')).toBe(0);
  expect(activeWindow()).toBe(typist.window);
});

it.each(['alert', 'confirm', 'print', 'open'])(
  'leaves the keys to a person who types elsewhere when a page calls %s()',
  async (call) => {
    const { events, typist, visits } = await launch(
      'show',
      5,
      `<h1>CRM</h1><script>for (let i = 0; i < 3; i += 1) ${call}('/child');</script>`,
    );
    const text = 'nothing of this may be lost or press a button';
    const active = new Set<string>();
    const watch = setInterval(() => active.add(activeTitle()), 25);
    events.send(callEvent('ringing', { callId: 'c1' }));
    await until(() => visits() >= 1 || undefined, 'the page');
    await typist.type(text, 60);
    await until(() => typist.typed().length >= text.length || undefined, 'the last key');
    clearInterval(watch);
    expect(typist.typed()).toBe(text);
    expect([...active]).toEqual(['notes']);
  },
);

it('leaves the keys to a person who types elsewhere when a page comes back by itself and alerts', async () => {
  const { events, typist, visits } = await launch(
    'show',
    5,
    `<h1>CRM</h1><script>alert('I am back')</script>`,
    1,
  );
  events.send(callEvent('ringing', { callId: 'c1' }));
  const text = 'still typing when the server is up again, and on and on';
  const typed = typist.type(text, 120);
  await until(() => visits() >= 2 || undefined, 'the second attempt');
  await typed;
  await until(() => typist.typed().length >= text.length || undefined, 'the last key');
  expect(typist.typed()).toBe(text);
});

it('shows the alert of a page as soon as somebody looks at the page', async () => {
  const { events, typist, visits } = await launch(
    'show',
    5,
    `<h1>CRM</h1><script>alert('This customer is in arrears')</script>`,
  );
  events.send(callEvent('ringing', { callId: 'c1' }));
  await until(() => visits() >= 1 || undefined, 'the page');
  await typist.type('typed', 60);
  expect(activeTitle()).toBe('notes');
  lookAt(' – CRM$');
  await until(() => !/notes|CRM/.test(activeTitle()) || undefined, 'the alert');
});
