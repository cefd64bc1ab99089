import { WebSocket as NodeWebSocket } from 'ws';
import type { DialSocket } from '../ports/socket.ts';
import type { NetworkSettings } from './open-socket.ts';
import { proxyAgent } from './proxy.ts';

/** Milliseconds for TCP, TLS, proxy and upgrade together. */
const handshakeTimeout = 10_000;

/**
 * Sockets for libraries that speak a protocol of their own over WebSocket (NATS, MQTT). They get the same
 * proxy and the same trust as our own.
 */
export function createDialSocket(network: NetworkSettings): DialSocket {
  return async (url, protocols) => {
    const agent = await proxyAgent(url, network.resolveProxy, network.proxyCredentials());
    return () => {
      const socket: unknown = new NodeWebSocket(url, [...protocols], {
        ca: [...network.authorities()],
        handshakeTimeout,
        followRedirects: false,
        ...(agent && { agent }),
      });
      if (!isW3cSocket(socket)) throw new Error('ws no longer has the W3C interface');
      return socket;
    };
  };
}

/** ws has the W3C interface by its own promise; the compiler is told after a look. */
const isW3cSocket = (socket: unknown): socket is WebSocket =>
  socket instanceof NodeWebSocket && 'onmessage' in socket && 'binaryType' in socket;
