/** What the gateway is measured against: Fastify and ws that hand a body on, and keep nothing. */
import { fastify } from 'fastify';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';

const desks = new Map<string, WebSocket>();
const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false });
const app = fastify();
app.post<{ Params: { agent: string } }>('/in/:agent', (request, reply) => {
  desks.get(request.params.agent)?.send(JSON.stringify(request.body));
  void reply.send({ events: 1 });
});
app.server.on('upgrade', (request, socket: Duplex, head: Buffer) => {
  const index = (request.headers.authorization ?? '').slice('Bearer '.length + 40);
  sockets.handleUpgrade(request, socket, head, (open) => desks.set(index, open));
});
await app.listen({ host: '127.0.0.1', port: Number(process.argv[2]), backlog: 4_096 });
