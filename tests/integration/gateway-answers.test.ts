import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { callEvent } from '../support/events.ts';
import { builtGateway, feed, startGateway, type FeedFile } from '../support/gateway.ts';
import { startReceiver } from '../support/receiver.ts';
import { until } from '../support/until.ts';

const program = builtGateway();
type Answer = NonNullable<FeedFile['answer']>;

const answering = (answer: Partial<Answer>): FeedFile =>
  feed({ answer: { key: 'destination', default: 'reception', steps: [], ...answer } });

it('answers from a table, else with the default, under the name and in the form of the admin', async () => {
  const steps: Answer['steps'] = [
    {
      from: 'table',
      field: 'callerNumber',
      rows: [{ values: ['020 123 4567'], answer: 'vip' }],
    },
  ];
  const gateway = await startGateway(program(), {
    feeds: [
      answering({ steps }),
      { ...answering({ steps, format: 'text' }), name: 'text' },
      { ...answering({ format: 'form' }), name: 'form' },
    ],
  });
  const ask = async (name: string, callerNumber: string): Promise<string> => {
    const to = `/in/${name}/secret-of-a-feed-0123456789`;
    return (await gateway.post(callEvent('queued', { callerNumber }), { to })).text;
  };
  expect(await ask('pbx', '+31201234567')).toBe('{"destination":"vip"}');
  expect(await ask('pbx', '+31201234568')).toBe('{"destination":"reception"}');
  expect(await ask('text', '+31201234567')).toBe('vip');
  expect(await ask('form', '+31201234567')).toBe('destination=reception');
});

it('answers with the agent who took this number last', async () => {
  const gateway = await startGateway(program(), {
    feeds: [answering({ steps: [{ from: 'lastAgent' }] })],
  });
  const ask = async (): Promise<string> => (await gateway.post(callEvent('queued'))).text;
  expect(await ask()).toBe('{"destination":"reception"}');
  await gateway.post(callEvent('answered', { agent: { id: '84' } }));
  expect(await ask()).toBe('{"destination":"1005"}');
  await gateway.post(callEvent('answered', { agent: { id: '83' } }));
  expect(await ask()).toBe('{"destination":"1004"}');
});

it('asks another system, and does not wait longer than it may', async () => {
  const crm = await startReceiver(({ url }, response) => {
    if (url.includes('%2B31201234567')) response.end('{"customer":{"agent":"1005"}}');
    else if (url.includes('broken')) response.writeHead(500).end();
    // Else never: the call must not wait for it.
  });
  const steps: Answer['steps'] = [
    { from: 'http', url: `${crm.url}/find?number={{callerNumber}}`, pointer: '/customer/agent' },
    { from: 'table', field: 'callerNumber', rows: [{ values: ['broken'], answer: 'table' }] },
  ];
  const gateway = await startGateway(program(), { feeds: [answering({ steps, withinMs: 400 })] });
  const ask = async (callerNumber: string): Promise<string> =>
    (await gateway.post(callEvent('queued', { callerNumber }))).text;
  expect(await ask('+31201234567')).toBe('{"destination":"1005"}');
  expect(await ask('broken')).toBe('{"destination":"table"}');
  expect(await ask('+31201234569')).toBe('{"destination":"reception"}');
  expect(crm.requests.map(({ url }) => url)[0]).toBe('/find?number=%2B31201234567');
});

it('checks a configuration, posts a sample and shows what became of it', async () => {
  const gateway = await startGateway(program(), {});
  const sample = path.join(gateway.folder, 'sample.json');
  writeFileSync(sample, JSON.stringify(callEvent('ringing', { callId: 'sample' })));
  expect(gateway.run('send', 'pbx', sample).out).toContain('200 {"events":1');
  writeFileSync(sample, '{"specversion":"1.0"}');
  expect(gateway.run('send', 'pbx', sample)).toMatchObject({ status: 1 });
  const tail = gateway.tail('pbx');
  await until(() => (tail().includes('not read: ') ? true : undefined), 'both arrivals');
  expect(tail()).toMatch(/Z {2}ringing {2}call sample {2}routed to 83 by agent\n/);
  expect(gateway.run('check', gateway.file)).toMatchObject({ status: 0 });
  gateway.write({ ...gateway.config, feeds: [feed({ networks: ['here'] }), feed()] });
  const checked = gateway.run('check', gateway.file);
  expect(checked.status).toBe(2);
  expect(checked.err).toContain('feeds[0].networks[0]: must be a network such as');
  gateway.write({ ...gateway.config, data: '${env:NOT_SET}' });
  expect(gateway.run('check', gateway.file).err).toContain('NOT_SET is not set');
  const publish = { type: 'nats' as const, servers: ['nats://127.0.0.1:1'] };
  gateway.write({ ...gateway.config, publish });
  for (const command of ['enrol', 'desks', 'revoke', 'backup', 'tail']) {
    const { out, status } = gateway.run(command, '83');
    expect([out, status]).toEqual([expect.stringContaining('publishes to NATS'), 2]);
  }
  expect(await gateway.stop()).toBe(0);
});
