/** One process of the gateway bench: plain desks FROM to TO. Reports how long each event took from its post. */
import { WebSocket } from 'ws';
import { z } from 'zod';
import { preciseNow } from './gateway-load.ts';

const [port = '', path = '', from = '0', to = '0'] = process.argv.slice(2);
/** Connections that are opened at once. */
const batch = 50;

const eventSchema = z.object({
  data: z.object({ sentAt: z.number(), isWarmUp: z.boolean() }),
});

function connect(index: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, {
      headers: { authorization: `Bearer ${'t'.repeat(40)}${index}` },
      perMessageDeflate: false,
    });
    socket.once('open', () => resolve());
    socket.once('error', reject);
    socket.on('message', (data: Buffer) => {
      const now = preciseNow();
      const { sentAt, isWarmUp } = eventSchema.parse(JSON.parse(data.toString())).data;
      if (!isWarmUp) process.send?.(now - sentAt);
    });
  });
}

for (let first = Number(from); first < Number(to); first += batch) {
  const last = Math.min(Number(to), first + batch);
  await Promise.all(Array.from({ length: last - first }, (_, index) => connect(first + index)));
}
process.send?.('connected');
