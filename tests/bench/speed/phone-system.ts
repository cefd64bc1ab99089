import { once } from 'node:events';
import { WebSocketServer, type WebSocket } from 'ws';
import { callEvent } from '../../support/events.ts';

/** Milliseconds: a program that did not connect by then did not start. */
const patience = 30_000;

/** A phone system on loopback that one desk at a time is connected to. */
export interface PhoneSystem {
  readonly url: string;
  /** The next desk that connects. Rejects where none comes. */
  readonly connected: () => Promise<WebSocket>;
  readonly stop: () => void;
}

export async function startPhoneSystem(): Promise<PhoneSystem> {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  await once(server, 'listening');
  const address = server.address();
  if (typeof address === 'string' || address === null) throw new Error('no address');
  return {
    url: `ws://127.0.0.1:${address.port}`,
    connected: () => connected(server),
    stop: () => server.close(),
  };
}

async function connected(server: WebSocketServer): Promise<WebSocket> {
  const [socket] = (await once(server, 'connection', {
    signal: AbortSignal.timeout(patience),
  })) as [WebSocket];
  return socket;
}

/** An event of a call of Ada's, as text. */
export const ownEvent = (stage: string, callId: string): string =>
  JSON.stringify(callEvent(stage, { callId }, `${callId}-${stage}`));

/** An event of a colleague's call: what a feed of all agents is full of. */
export function othersEvent(index: number): string {
  const stages = ['ringing', 'answered', 'held', 'answered', 'hangup'];
  const call = Math.floor(index / stages.length);
  return JSON.stringify(
    callEvent(
      stages[index % stages.length] ?? 'hangup',
      {
        callId: `other-${call}`,
        callerNumber: `+3120${1_000_000 + (call % 8_000_000)}`,
        queue: { id: String(call % 40), name: `Queue ${call % 40}` },
        agent: { id: `a${call % 400}`, extension: String(2_000 + (call % 400)) },
      },
      `other-${index}`,
    ),
  );
}

/**
 * Sends colleagues' events at a steady rate until stopped.
 *
 * @returns stops it, and says how many were sent
 */
export function sendOthers(socket: WebSocket, perSecond: number, from = 0): () => number {
  const began = performance.now();
  let sent = 0;
  const timer = setInterval(() => {
    const due = Math.floor(((performance.now() - began) / 1_000) * perSecond);
    while (sent < due) {
      socket.send(othersEvent(from + sent));
      sent += 1;
    }
  }, 5);
  return () => {
    clearInterval(timer);
    return sent;
  };
}
