/** A small WebSocket event server for the scale bench: keeps each desk's events until the desk is there. */
import { WebSocketServer, type WebSocket } from 'ws';
import { z } from 'zod';

const messageSchema = z.union([
  z.object({ subscribe: z.string() }),
  z.object({ publish: z.string(), text: z.string() }),
]);

const desks = new Map<string, WebSocket>();
const waiting = new Map<string, string[]>();
const server = new WebSocketServer({
  host: '127.0.0.1',
  port: Number(process.argv[2]),
  // What is not accepted yet must wait in the queue, not be turned away.
  backlog: 4096,
  perMessageDeflate: false,
});
server.on('connection', (socket) => {
  socket.on('message', (data: Buffer) => {
    const message = messageSchema.parse(JSON.parse(data.toString()));
    if ('subscribe' in message) {
      desks.set(message.subscribe, socket);
      for (const text of waiting.get(message.subscribe) ?? []) socket.send(text);
      waiting.delete(message.subscribe);
      return;
    }
    const desk = desks.get(message.publish);
    if (desk?.readyState === 1) desk.send(message.text);
    else waiting.set(message.publish, [...(waiting.get(message.publish) ?? []), message.text]);
    socket.send('published');
  });
});
