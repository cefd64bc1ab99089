// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { ConnectPage } from '../../../renderer/features/sources/connect/connect-page.tsx';
import type { ShownLogEntry } from '../../../shared/contract/views.ts';
import { english } from '../../../shared/text/english.ts';
import { message } from '../../../shared/text/message.ts';
import { MemoryDesk } from '../../support/memory-desk.ts';
import { field, show } from '../../support/render.tsx';

const address = 'http://192.168.1.20:22001/secret?token=t';

/** A desk with one network, whose source listens and whose log has what a test puts in. */
async function connectPage(document = {}) {
  const log: ShownLogEntry[] = [];
  const desk = new MemoryDesk(document, {
    'source.interfaces': () => ({
      ok: true,
      value: { interfaces: [{ name: 'eth0', address: '192.168.1.20' }] },
    }),
    'source.address': () => ({ ok: true, value: { url: address, link: undefined } }),
    'log.search': () => ({ ok: true, value: { entries: log } }),
  });
  const onLeave = vi.fn();
  const user = await show(<ConnectPage onLeave={onLeave} onAdd={vi.fn()} />, desk);
  const choose = async (name: string) => user.click(screen.getByTestId(`tile-${name}`));
  const source = () => desk.config.snapshot().sources[0];
  const received = (rejected: number, problem = message('problem.event.noData')): void =>
    desk.patch({
      sources: [
        {
          id: source()?.id ?? '',
          name: 'x',
          phase: 'connected',
          problem: null,
          received: 1,
          rejected,
          lastRejection: rejected > 0 ? problem : null,
        },
      ],
    });
  return { desk, log, user, choose, source, received, onLeave };
}

const entry = (source: string, matched: boolean): ShownLogEntry => ({
  number: 1,
  id: 'e',
  at: 1,
  callKey: 'k',
  text: '',
  kind: 'event',
  event: { call: { fields: { callerNumber: '+12025550143' } } },
  trace: {
    eventId: 'e',
    source,
    stage: 'ringing',
    caller: '+12025550143',
    queue: '',
    agent: '',
    occurredAt: 1,
    receivedAt: 1,
    lateSeconds: 0,
    matchedMs: 1,
    repeated: false,
    isTest: false,
    rules: [
      {
        id: 'r',
        name: 'Ring',
        actions: [],
        ...(!matched && { reason: { code: 'switched-off' as const } }),
      },
    ],
  },
});

it('makes an address for a desk phone on its network, and shows what to enter', async () => {
  const { desk, user, choose, source } = await connectPage();
  await choose('yealink');
  await screen.findByDisplayValue('eth0 – 192.168.1.20');
  await user.click(screen.getByRole('button', { name: 'Create the address' }));
  await screen.findByTestId('first-event-waiting');
  const transport = source()?.transport;
  expect(source()).toMatchObject({ dialect: 'mapping', carries: 'this-agent', name: 'Yealink' });
  expect(transport).toMatchObject({ type: 'http', interface: 'eth0', eventLinks: false });
  const secret = transport?.type === 'http' ? desk.vault.reveal(transport.secret) : undefined;
  expect(secret).toMatch(/^[0-9a-f]{40}$/);
  await waitFor(() =>
    expect(field('Incoming Call')).toHaveProperty(
      'value',
      `${address}&event=incoming&call=$call_id&remote=$remote&name=$display_remote&user=$active_user`,
    ),
  );
});

it('says why a message could not be read, and that a mapping ignores one', async () => {
  const { user, choose, received } = await connectPage();
  await choose('call-center-studio');
  await user.click(screen.getByRole('button', { name: 'Create the address' }));
  await screen.findByTestId('first-event-waiting');
  received(1);
  const problem = await screen.findByTestId('first-event-unreadable');
  expect(problem.textContent).toContain('The request carried no data');
  received(0);
  await screen.findByTestId('first-event-ignored');
});

it.each([true, false])('shows the first event and whether a rule matched: %s', async (matched) => {
  const { desk, log, user, choose, source, received, onLeave } = await connectPage();
  await choose('call-center-studio');
  await user.click(screen.getByRole('button', { name: 'Create the address' }));
  await screen.findByTestId('first-event-waiting');
  log.push(entry('another-source', true), entry(source()?.id ?? '', matched));
  received(0);
  desk.patch({ entryLog: { version: 1 } });
  await screen.findByTestId(matched ? 'first-event-matched' : 'first-event-unmatched');
  expect((await screen.findByTestId('read-fields')).textContent).toContain('+12025550143');
  expect(screen.getByTestId('trace').textContent).toContain('Ring');
  await user.click(screen.getByRole('button', { name: 'Done' }));
  expect(onLeave).toHaveBeenCalledOnce();
});

it('fills in the address of the gateway, and the source that connects to it', async () => {
  const { user, choose, source } = await connectPage();
  await choose('acefone');
  await user.clear(field('Gateway host'));
  await user.type(field('Gateway host'), 'calls.example.nl');
  const address = 'https://calls.example.nl/in/acefone/SECRET?trigger=Dialed%20on%20Agent';
  expect(field('URL')).toHaveProperty('value', address);
  const feed = field(english('connect.gateway.feedField')).getAttribute('value') ?? '';
  expect(JSON.parse(feed)).toMatchObject({ name: 'acefone', dialect: 'acefone' });
  await user.click(screen.getByRole('button', { name: 'Connect to the gateway' }));
  expect(field(english('sources.url'))).toHaveProperty('value', 'wss://calls.example.nl/desk');
  await user.type(screen.getByLabelText(english('sources.enrolment')), 'code-of-this-desk');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await screen.findByTestId('first-event-waiting');
  expect(source()).toMatchObject({
    name: 'Acefone',
    dialect: 'cloudevents',
    carries: 'this-agent',
    transport: { enrolment: { secret: expect.any(String) as unknown } },
  });
});

it('fills in what a system’s own server needs', async () => {
  const { user, choose } = await connectPage();
  await choose('yeastar-p-series');
  await user.click(screen.getByRole('button', { name: 'Enter the server' }));
  const url = await screen.findByRole<HTMLInputElement>('textbox', {
    name: english('sources.url'),
  });
  expect(url.value).toContain('/openapi/v1.0/subscribe');
});

it('offers all three ways for any other system', async () => {
  const { user, choose, source } = await connectPage();
  await choose('other');
  await user.click(screen.getByRole('radio', { name: 'Ringcue connects' }));
  expect(screen.getByRole('button', { name: 'Enter the server' })).toBeTruthy();
  await user.click(screen.getByRole('radio', { name: 'Calls this computer' }));
  await user.click(screen.getByRole('button', { name: 'Create the address' }));
  await screen.findByTestId('first-event-waiting');
  expect(source()).toMatchObject({ dialect: 'mapping', carries: 'all-agents' });
});
