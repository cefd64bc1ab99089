import { WebSocket as NodeWebSocket } from 'ws';
import { limits } from '../../../shared/limits.ts';
import type { ConnectFailure, DialSocket } from '../ports/socket.ts';
import { failureOf } from '../ports/failure-of.ts';
import type { NetworkSettings } from './open-socket.ts';
import { proxyAgent } from './proxy.ts';

/** Milliseconds for TCP, TLS, proxy and upgrade together. */
const handshakeTimeout = 10_000;
/** A silent server is detected within 10 s: a ping every 4 s, closed 5 s after an unanswered one. */
const pingEvery = 4_000;
const pongWithin = 5_000;

/**
 * Sockets for libraries that speak a protocol of their own over WebSocket (NATS, MQTT). They get the same
 * proxy and the same trust as our own, and the same watch over a server that no longer answers: the
 * libraries' own wait for a farewell that never comes.
 */
export function createDialSocket(network: NetworkSettings): DialSocket {
  return async (url, protocols) => {
    const agent = await proxyAgent(url, network.resolveProxy, network.proxyCredentials());
    let failure: ConnectFailure | undefined;
    let resolveClosed: () => void = () => undefined;
    const closed = new Promise<void>((resolve) => (resolveClosed = resolve));
    const open = (): WebSocket => {
      const socket = new NodeWebSocket(url, [...protocols], {
        ca: [...network.authorities()],
        handshakeTimeout,
        maxPayload: limits.busMessageBytes,
        followRedirects: false,
        ...(agent && { agent }),
      });
      let opened = false;
      socket.on('open', () => {
        opened = true;
        watch(socket, () => (failure ??= { code: 'ETIMEDOUT', message: 'no answer to a ping' }));
      });
      socket.on('unexpected-response', (_upgrade, response) => {
        const status = response.statusCode ?? 0;
        failure ??= { code: 'HTTP', status, message: `HTTP ${status}` };
        // With a listener ws leaves the attempt open, and it would never be reported as closed.
        socket.terminate();
      });
      socket.on('error', (error) => {
        // Once open, an error is of the farewell, and the library knows better why it came to that.
        if (!opened) failure ??= failureOf(error);
      });
      socket.on('close', () => resolveClosed());
      return asW3cSocket(socket);
    };
    return { open, failure: () => failure, closed };
  };
}

/** Ends a socket whose server no longer answers. */
function watch(socket: NodeWebSocket, onSilent: () => void): void {
  let patience: NodeJS.Timeout | undefined;
  const timer = setInterval(() => {
    if (socket.readyState === NodeWebSocket.OPEN) socket.ping();
    patience ??= setTimeout(() => {
      onSilent();
      socket.terminate();
    }, pongWithin);
  }, pingEvery);
  const heard = (): void => {
    clearTimeout(patience);
    patience = undefined;
  };
  socket.on('pong', heard);
  socket.on('message', heard);
  socket.on('close', () => {
    heard();
    clearInterval(timer);
  });
}

/** ws has the W3C interface by its own promise; the compiler is told after a look. */
function asW3cSocket(socket: unknown): WebSocket {
  if (isW3cSocket(socket)) return socket;
  throw new Error('ws no longer has the W3C interface');
}

const isW3cSocket = (socket: unknown): socket is WebSocket =>
  socket instanceof NodeWebSocket && 'onmessage' in socket && 'binaryType' in socket;
