import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { closeServer, listenOnLoopback } from '../../electron/features/demo/loopback-server.ts';
import { natsAgent } from '../support/scaling-rules.ts';
import { natsServer } from '../support/bus-servers.ts';
import { builtGateway, startGateway } from '../support/gateway.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const program = builtGateway();

// `startGateway` rejects with what the gateway said once its process has ended: one that hangs is never started again.

it('ends where it cannot listen', async () => {
  const { server, port } = await listenOnLoopback((_request, response) => {
    response.writeHead(404).end();
  });
  onTestFinished(() => closeServer(server));
  await expect(startGateway(program(), { listen: { port } })).rejects.toThrow('EADDRINUSE');
});

it('ends where its database cannot be opened', async () => {
  const data = temporaryFolder();
  mkdirSync(path.join(data, 'gateway.db'));
  await expect(startGateway(program(), { data })).rejects.toThrow('unable to open database file');
});

it('ends where NATS does not let it make the stream', async () => {
  const server = await natsServer([natsAgent('83', 'secret')]);
  const publish = { type: 'nats' as const, servers: [server.tcp], user: '83', password: 'secret' };
  await expect(startGateway(program(), { publish })).rejects.toThrow(/permissions violation/i);
}, 60_000);
