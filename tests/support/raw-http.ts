import { connect, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

interface Place {
  readonly host: string;
  readonly port: number;
}

/** A connection that says nothing yet. */
export function rawSocket({ host, port }: Place): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port });
    onTestFinished(() => void socket.destroy());
    socket.once('connect', () => resolve(socket));
    socket.once('error', reject);
  });
}

/** Sends bytes as they are, and waits for all that comes back until the connection ends. */
export async function rawHttp(place: Place, text: string): Promise<string> {
  const socket = await rawSocket(place);
  const answer = untilClosed(socket);
  socket.write(text);
  return answer;
}

export function untilClosed(socket: Socket): Promise<string> {
  let answer = '';
  socket.on('data', (data: Buffer) => (answer += data.toString('latin1')));
  socket.on('error', () => undefined);
  if (socket.closed) return Promise.resolve(answer);
  return new Promise((resolve) => socket.once('close', () => resolve(answer)));
}
