import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { startBareApp } from '../support/bare-app.ts';
import { oneCrmConfig } from '../support/config.ts';
import { startCrm } from '../support/crm.ts';
import { testEventServer } from '../support/event-server.ts';
import { callEvent } from '../support/events.ts';
import { useOwnDesktop } from '../support/own-desktop.ts';
import { launchRingcue } from '../support/ringcue.ts';
import { screenshot } from '../support/screens.ts';
import { activeWindow, countWindows, startTypist } from '../support/typist.ts';
import { until } from '../support/until.ts';

useOwnDesktop();

const customers = [
  { id: 'a1', name: 'Ada Lovelace', company: 'Analytical Engines' },
  { id: 'g7', name: 'Grace Hopper', company: 'Navy', phone: '+31 6 1234 5678' },
  { id: 'm3', name: 'Müller & Söhne', company: 'Hamburg' },
];

/** A CRM that finds as many customers as the call's ID says, and the flow that asks it. */
async function setUp(seconds: number) {
  const events = await testEventServer();
  const crm = await startCrm({
    '/find': (request, response) => {
      const count = Number(new URL(request.url ?? '', 'http://x').searchParams.get('call')?.[0]);
      response.writeHead(200, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify({ results: customers.slice(0, count) }));
    },
  });
  const config = oneCrmConfig(
    events.url,
    { url: crm.url },
    {
      popups: [
        { id: 'customer', name: 'Customer', url: `${crm.origin}/customer/{{var.customer}}` },
        { id: 'search', name: 'Search', url: `${crm.origin}/search?phone={{callerNumber}}` },
      ],
      webhooks: [
        { id: 'find', name: 'Find', url: `${crm.origin}/find?call={{callId}}`, method: 'GET' },
      ],
      flows: [
        {
          id: 'contacts',
          name: 'Contacts',
          steps: [
            {
              do: 'ask',
              webhook: 'find',
              as: 'customer',
              answer: {
                from: 'matches',
                list: '/results',
                value: '/id',
                label: '/name',
                detail: '/company /phone',
                seconds,
              },
            },
            {
              do: 'if',
              when: { field: 'var.customer', is: 'empty' },
              then: [{ do: 'popup', popup: 'search' }],
              else: [{ do: 'popup', popup: 'customer' }],
            },
          ],
        },
      ],
      rules: [
        {
          id: 'ring',
          name: 'Call rings',
          when: { stage: 'ringing' },
          actions: [{ do: 'flow', flow: 'contacts' }],
        },
      ],
    },
  );
  const pages = (): string[] => crm.visits.filter((visit) => !visit.startsWith('/find'));
  return {
    events,
    config,
    pages,
    opened: (count: number) =>
      until(() => (pages().length >= count ? pages() : undefined), `${count} pages`),
  };
}

it('shows the customers who match on the ringing card, and opens the one that is chosen', async () => {
  const { events, config, opened, pages } = await setUp(60);
  const { desk } = await launchRingcue({ config });
  await events.connected();
  events.send(callEvent('ringing', { callId: '1-one' }));
  expect(await opened(1)).toEqual(['/customer/a1']);
  events.send(callEvent('ringing', { callId: '0-none' }));
  expect((await opened(2))[1]).toBe('/search?phone=%2B31201234567');
  events.send(callEvent('ringing', { callId: '3-several', contactName: 'Somebody' }));
  const choice = desk.getByTestId('call').getByTestId('choice');
  await choice.getByRole('button', { name: 'Müller & Söhne Hamburg' }).waitFor();
  await screenshot(desk, 'contact-choice');
  await screenshot(desk, 'contact-choice-dark', 'dark');
  expect(pages()).toHaveLength(2);
  await choice.getByRole('button', { name: /^Ada/ }).focus();
  await desk.keyboard.press('ArrowDown');
  await desk.keyboard.press('Enter');
  expect((await opened(3))[2]).toBe('/customer/g7');
  await until(async () => (await choice.count()) === 0 || undefined, 'the choice to go');
  await desk
    .getByRole('article', { name: 'Somebody' })
    .getByRole('button', { name: /^Details/ })
    .click();
  await desk.getByText('3 customers matched. The agent chose “Grace Hopper”.').waitFor();
  await screenshot(desk, 'contact-choice-why');
});

/** What a person does who never looks at the desk. */
async function typing(
  config: Parameters<typeof startBareApp>[0],
  events: Awaited<ReturnType<typeof setUp>>['events'],
  during: () => Promise<void>,
): Promise<void> {
  const app = startBareApp(config);
  await events.connected();
  await until(() => countWindows('^Ringcue$', true) > 0 || undefined, 'the desk');
  const typist = await startTypist();
  const active = new Set<string>();
  const watch = setInterval(() => active.add(activeWindow()), 25);
  const text = 'what a person types while a flow asks which customer is calling. '.repeat(2).trim();
  const typed = typist.type(text, 40);
  events.send(callEvent('ringing', { callId: '3-several' }));
  await during();
  await typed;
  await until(() => typist.typed().length >= text.length || undefined, 'the last key');
  clearInterval(watch);
  expect(typist.typed()).toBe(text);
  expect([...active]).toEqual([typist.window]);
  expect(app.logged('uncaught')).toBe(0);
}

it('does what the flow says where the time runs out, and takes no key from who types', async () => {
  const { events, config, opened } = await setUp(3);
  await typing(config, events, async () => {
    expect(await opened(1)).toEqual(['/search?phone=%2B31201234567']);
  });
});

const xdotool = (...args: readonly string[]): string =>
  execFileSync('xdotool', [...args], { encoding: 'utf8' }).trim();
const cardTitle = '^Ringcue card$';

it('asks on the mini card, whose pointer takes no key from who types elsewhere', async () => {
  const { events, config, opened } = await setUp(60);
  await typing(config, events, async () => {
    const id = await until(() => {
      if (countWindows(cardTitle, true) !== 1) return undefined;
      const [found = ''] = xdotool('search', '--onlyvisible', '--name', cardTitle).split('\n');
      return xdotool('getwindowgeometry', found).includes('Geometry: 320x280') ? found : undefined;
    }, 'the card with the customers');
    // The second of them.
    xdotool('mousemove', '--window', id, '100', '168', 'click', '1');
    expect(await opened(1)).toEqual(['/customer/g7']);
  });
});
