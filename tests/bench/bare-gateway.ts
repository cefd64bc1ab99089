/**
 * What the gateway is measured against: Fastify and ws that hand a body on. With a database file,
 * each body is first inserted and committed to disk.
 */
import { DatabaseSync } from '@photostructure/sqlite';
import { fastify } from 'fastify';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';

const [port, file] = process.argv.slice(2);
const database = file === undefined ? undefined : new DatabaseSync(file);
database?.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
database?.exec('CREATE TABLE events (seq INTEGER PRIMARY KEY, body TEXT NOT NULL)');
const insert = database?.prepare('INSERT INTO events (body) VALUES (?)');
const desks = new Map<string, WebSocket>();
const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false });
const app = fastify();
app.post<{ Params: { agent: string } }>('/in/:agent', (request, reply) => {
  const body = JSON.stringify(request.body);
  insert?.run(body);
  desks.get(request.params.agent)?.send(body);
  void reply.send({ events: 1 });
});
app.server.on('upgrade', (request, socket: Duplex, head: Buffer) => {
  const index = (request.headers.authorization ?? '').slice('Bearer '.length + 40);
  sockets.handleUpgrade(request, socket, head, (open) => desks.set(index, open));
});
app.addHook('onClose', () => database?.close());
await app.listen({ host: '127.0.0.1', port: Number(port), backlog: 4_096 });
