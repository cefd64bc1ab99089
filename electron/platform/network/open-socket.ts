import { WebSocket, type RawData } from 'ws';
import { failureOf } from '../ports/failure-of.ts';
import type {
  ConnectFailure,
  OpenSocket,
  Socket,
  SocketHandlers,
  SocketRequest,
} from '../ports/socket.ts';
import { proxyAgent, type ProxyCredentials, type ResolveProxy } from './proxy.ts';

export interface NetworkSettings {
  readonly authorities: () => readonly string[];
  readonly resolveProxy: ResolveProxy;
  readonly proxyCredentials: () => ProxyCredentials | undefined;
}

/** Milliseconds for TCP, TLS, proxy and upgrade together. */
const handshakeTimeout = 10_000;

/** Sockets that go through the system's proxy and verify certificates against what the company trusts. */
export function createOpenSocket(network: NetworkSettings): OpenSocket {
  return (request, handlers) => {
    let socket: WebSocket | undefined;
    let ended = false;
    const start = async (): Promise<void> => {
      const agent = await proxyAgent(request.url, network.resolveProxy, network.proxyCredentials());
      if (ended) {
        handlers.closed(1000);
        return;
      }
      socket = connect(request, handlers, {
        ca: [...network.authorities()],
        ...(agent && { agent }),
      });
    };
    start().catch((error: unknown) => {
      handlers.failed(failureOf(error));
      handlers.closed(1006);
    });
    return controls(
      () => socket,
      () => (ended = true),
    );
  };
}

function connect(
  request: SocketRequest,
  handlers: SocketHandlers,
  options: {
    ca: string[];
    agent?: NonNullable<ConstructorParameters<typeof WebSocket>[2]>['agent'];
  },
): WebSocket {
  const socket = new WebSocket(request.url, {
    headers: request.headers,
    maxPayload: request.maxPayload,
    handshakeTimeout,
    followRedirects: false,
    ...options,
  });
  socket.on('open', handlers.opened);
  socket.on('pong', handlers.ponged);
  socket.on('message', (data, isBinary) => {
    // Frames come as one Buffer (ws: binaryType nodebuffer, the default).
    if (!Buffer.isBuffer(data)) handlers.message(undefined, sizeOf(data));
    else handlers.message(isBinary ? utf8(data) : data.toString('utf8'), data.byteLength);
  });
  // The first failure is the cause; ending the attempt then reports a second one.
  let failed = false;
  const fail = (failure: ConnectFailure): void => {
    if (!failed) handlers.failed(failure);
    failed = true;
  };
  socket.on('unexpected-response', (_upgrade, response) => {
    const status = response.statusCode ?? 0;
    fail({ code: 'HTTP', status, message: `HTTP ${status}` });
    // With a listener ws leaves the attempt open, and it would never be reported as closed.
    socket.terminate();
  });
  socket.on('error', (error) => fail(failureOf(error)));
  socket.on('close', (code) => handlers.closed(code));
  return socket;
}

/** Some servers send JSON in binary frames. Undefined for what is no text. */
function utf8(data: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(data);
  } catch {
    return undefined;
  }
}

function sizeOf(data: RawData): number {
  return Array.isArray(data) ? Buffer.concat(data).byteLength : data.byteLength;
}

function controls(current: () => WebSocket | undefined, end: () => void): Socket {
  const open = (): WebSocket | undefined => {
    const socket = current();
    return socket?.readyState === WebSocket.OPEN ? socket : undefined;
  };
  return {
    send: (text) => open()?.send(text),
    ping: () => open()?.ping(),
    pause: () => open()?.pause(),
    resume: () => open()?.resume(),
    close: () => {
      end();
      current()?.close(1000);
    },
    terminate: () => {
      end();
      current()?.terminate();
    },
  };
}
