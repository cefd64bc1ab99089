import { expect, it } from 'vitest';
import { oneCrmConfig } from '../support/config.ts';
import { startCrm } from '../support/crm.ts';
import { startEventServer, testEventServer } from '../support/event-server.ts';
import { callEvent } from '../support/events.ts';
import { launchRingcue } from '../support/ringcue.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { until } from '../support/until.ts';

it('opens the CRM page of a ringing call, once, and only for this agent', async () => {
  const events = await testEventServer();
  const crm = await startCrm();
  const ringcue = await launchRingcue({ config: oneCrmConfig(events.url, { url: crm.url }) });
  await events.connected();

  const first = callEvent('ringing', { callId: 'a', callerNumber: '+90 212 555 01 00' });
  events.send(first);
  events.send(first);
  events.send(callEvent('ringing', { callId: 'x', agent: { id: '84' } }));
  events.send(callEvent('ringing', { callId: 'y', direction: 'internal' }));
  events.send(callEvent('ringing', { callId: 'b', callerNumber: '+31 20 & more' }));

  await crm.visited(2);
  const popups = await ringcue.popup(2);
  expect(crm.visits.map((visit) => new URL(visit, crm.origin).searchParams.get('phone'))).toEqual([
    '+902125550100',
    '+31 20 & more',
  ]);
  await Promise.all(popups.map((popup) => popup.waitForSelector('h1')));
  await ringcue.logged(/popup painted/, 2);
  await ringcue.logged(/event repeated/);
  await ringcue.logged(/reason="internal-call"/);
  expect(crm.visits).toHaveLength(2);
});

it('has a connection to the CRM ready before a call, and asks nothing over it', async () => {
  const events = await testEventServer();
  const crm = await startCrm();
  await launchRingcue({ config: oneCrmConfig(events.url, { url: crm.url }) });
  await events.connected();
  await until(() => crm.connections() > 0 || undefined, 'a connection to the CRM');
  expect(crm.visits).toEqual([]);
  events.send(callEvent('ringing'));
  await crm.visited(1);
});

it('rehearses a call after the start, of which nothing is seen, asked or kept', async () => {
  const events = await testEventServer();
  const crm = await startCrm();
  const ringcue = await launchRingcue({ config: oneCrmConfig(events.url, { url: crm.url }) });
  await events.connected();
  await ringcue.logged(/call rehearsed/);
  expect(ringcue.log()).not.toMatch(/rule fired|not rehearsed|fault/);
  events.send(callEvent('ringing'));
  await crm.visited(1);
  await ringcue.desk.getByTestId('call').waitFor();
  expect(await ringcue.desk.getByTestId('call').count()).toBe(1);
  expect(await ringcue.desk.getByText('Grace Hopper').count()).toBe(0);
  await ringcue.desk.getByRole('button', { name: 'Log', exact: true }).click();
  const rows = ringcue.desk.getByTestId('log-row');
  await rows.first().waitFor();
  expect((await rows.allInnerTexts()).join()).not.toMatch(/202.?555|rehears/i);
});

it('does not pop the same call again after a restart, but a new offer after a miss', async () => {
  const events = await testEventServer();
  const crm = await startCrm();
  const config = oneCrmConfig(events.url, { url: crm.url });
  const folder = temporaryFolder();
  const before = await launchRingcue({ config, folder });
  await events.connected();
  events.send(callEvent('ringing', { callId: 'a' }));
  await crm.visited(1);
  await before.popup(1);
  await before.close();

  const after = await launchRingcue({ config, folder });
  await events.connected();
  events.send(callEvent('ringing', { callId: 'a' }));
  await after.logged(/reason="duplicate"/);
  expect(crm.visits).toHaveLength(1);
  await after.desk.getByText('+31 20 123 4567').first().waitFor();

  events.send(callEvent('missed', { callId: 'a' }));
  events.send(callEvent('ringing', { callId: 'a' }));
  await crm.visited(2);
});

it('reconnects by itself when the event server was killed, and the next call pops', async () => {
  const first = await startEventServer();
  const crm = await startCrm();
  const ringcue = await launchRingcue({ config: oneCrmConfig(first.url, { url: crm.url }) });
  await first.connected();
  await ringcue.desk.getByText('Connected', { exact: true }).first().waitFor();
  await first.stop();
  await ringcue.desk.getByText('Reconnecting').first().waitFor();

  const second = await testEventServer(first.port);
  await second.connected();
  second.send(callEvent('ringing'));
  await crm.visited(1);
  await ringcue.popup(1);
});

it('survives frames of every bad kind, counts them, and pops the next good one', async () => {
  const events = await testEventServer();
  const crm = await startCrm();
  const ringcue = await launchRingcue({ config: oneCrmConfig(events.url, { url: crm.url }) });
  await events.connected();
  const bad = [
    'not json',
    '',
    '[]{}',
    JSON.stringify({ hello: 'world' }),
    JSON.stringify({ ...callEvent('ringing'), data: 'text' }),
    JSON.stringify(callEvent('ringing', { callId: undefined })),
    JSON.stringify(callEvent('flying')),
    JSON.stringify(callEvent('ringing', { callerNumber: 'x'.repeat(10 * 1024 * 1024) })),
    `${'['.repeat(5_000)}${']'.repeat(5_000)}`,
    '{"__proto__":{"polluted":true},"specversion":"1.0"}',
    Buffer.from([1, 2, 3]),
    JSON.stringify(callEvent('ringing', { contactName: 'x'.repeat(1_100_000) })),
    JSON.stringify({ ...callEvent('ringing'), specversion: 1 }),
  ];
  for (const frame of bad) events.send(frame);
  // In a list a bad event takes no good one with it.
  events.send(JSON.stringify([callEvent('flying'), callEvent('ringing', { callId: 'listed' })]));
  await crm.visited(1);
  events.send(callEvent('ringing', { callId: 'good' }));
  await crm.visited(2);
  await ringcue.popup(2);
  expect(crm.visits[0]).toContain('call=listed');
  expect(crm.visits[1]).toContain('call=good');
  await ringcue.desk.getByText(`${bad.length + 1} messages could not be read`).waitFor();
  await ringcue.logged(/frame refused/, bad.length + 1);
});

it('opens no popup where a parameter says so, and tells why on the desk', async () => {
  const events = await testEventServer();
  const crm = await startCrm();
  const ringcue = await launchRingcue({
    config: oneCrmConfig(events.url, {
      url: crm.url,
      parameters: [{ name: 'contact', field: 'contactCrmId', whenEmpty: 'skip' }],
    }),
  });
  await events.connected();
  events.send(callEvent('ringing'));
  await ringcue.desk.getByText('The call has no value for the parameter "contact".').waitFor();
  expect(crm.visits).toHaveLength(0);
});

it('takes a text that was cut in the middle of a character, encrypted value by value', async () => {
  const events = await testEventServer();
  const crm = await startCrm();
  const ringcue = await launchRingcue({
    config: oneCrmConfig(events.url, {
      url: crm.url,
      parameters: [{ name: 'name', field: 'contactName' }],
      encryption: { key: 'k', scope: 'values' },
    }),
  });
  await events.connected();
  events.send(
    '{"specversion":"1.0","id":"1","source":"s","type":"call.ringing","data":{"callId":"1","contactName":"Ada \\ud83d","agentId":"83"}}',
  );
  await crm.visited(1);
  events.send(callEvent('ringing', { callId: 'next' }));
  await ringcue.popup(1);
});

it('keeps another agent out of this agent’s address and calls, when a queue rings at all', async () => {
  const events = await testEventServer();
  const crm = await startCrm();
  const ringcue = await launchRingcue({
    config: oneCrmConfig(events.url, {
      url: crm.url,
      parameters: [
        { name: 'agent', field: 'agentCustomId' },
        { name: 'session', field: 'sessionKey' },
      ],
    }),
  });
  await events.connected();
  const bob = { id: '84', customId: 'B-84', sessionKey: 'of-bob' };
  events.send(callEvent('ringing', { callId: 'all', agent: bob }));
  events.send(callEvent('ringing', { callId: 'all', agent: { id: '83' } }));
  await crm.visited(1);
  expect(crm.visits[0]).toBe('/call?agent=A-83');
  events.send(callEvent('answered', { callId: 'all', agent: { id: '83' } }));
  await ringcue.desk.getByTestId('call').getByText('Answered', { exact: true }).waitFor();
  events.send(callEvent('missed', { callId: 'all', agent: bob }));
  events.send(callEvent('ringing', { callId: 'marker' }));
  await crm.visited(2);
  await ringcue.desk.getByTestId('call').getByText('Answered', { exact: true }).waitFor();
});

it('tells the desk when a popup is gone from the list after another agent sat down', async () => {
  const events = await testEventServer();
  const crm = await startCrm();
  const config = oneCrmConfig(events.url, { url: crm.url });
  delete config.agent;
  const { desk } = await launchRingcue({ config });
  await desk.getByLabel('Agent ID', { exact: true }).fill('83');
  await desk.getByRole('button', { name: 'Continue', exact: true }).click();
  await desk.getByText('Connected', { exact: true }).first().waitFor();
  events.send(callEvent('ringing'));
  await desk.getByRole('button', { name: /^Reopen/ }).waitFor();
  await desk.getByRole('button', { name: 'Settings' }).click();
  await desk.getByLabel('Agent ID', { exact: true }).fill('84');
  await desk.getByRole('button', { name: 'Switch agent' }).click();
  await desk.getByRole('button', { name: 'Desk' }).click();
  await desk.getByText('No popups yet.').waitFor();
  expect(await desk.getByTestId('call').count()).toBe(0);
});
