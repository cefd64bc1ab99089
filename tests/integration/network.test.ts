import { spawn } from 'node:child_process';
import { createServer as createHttp, type IncomingMessage } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { createHttpClient } from '../../electron/platform/network/http-client.ts';
import {
  createOpenSocket,
  type NetworkSettings,
} from '../../electron/platform/network/open-socket.ts';
import { proxyUrl } from '../../electron/platform/network/proxy.ts';
import { Authorities } from '../../electron/platform/network/authorities.ts';
import type { ConnectFailure } from '../../electron/platform/ports/socket.ts';
import { endWithTest } from '../support/end-with-test.ts';
import { freePort } from '../support/free-port.ts';
import { startTlsServer } from '../support/tls-server.ts';
import { until } from '../support/until.ts';

const direct: NetworkSettings = {
  authorities: () => new Authorities(() => ({ system: undefined, caFile: undefined })).all(),
  resolveProxy: () => Promise.resolve('DIRECT'),
  proxyCredentials: () => undefined,
};

/** Connects once: what opened, what was received, or why it failed. */
function attempt(url: string, network: NetworkSettings): Promise<ConnectFailure | string> {
  return new Promise((resolve) => {
    let failure: ConnectFailure | undefined;
    const socket = createOpenSocket(network)(
      { url, headers: { authorization: 'Bearer t' }, maxPayload: 1000 },
      {
        opened: () => undefined,
        ponged: () => undefined,
        message: (text) => {
          resolve(text ?? 'binary');
          socket.close();
        },
        failed: (what) => (failure = what),
        closed: (code) => resolve(failure ?? `closed ${code}`),
      },
    );
  });
}

/** A proxy that asks for a user and a password. */
async function startProxy(): Promise<{ answer: string; tunnels: string[] }> {
  const tunnels: string[] = [];
  const expected = `Basic ${Buffer.from('ada:p@ss').toString('base64')}`;
  const proxy = createHttp((_request, response) => response.writeHead(405).end());
  proxy.on('connect', (request: IncomingMessage, client: Socket) => {
    if (request.headers['proxy-authorization'] !== expected) {
      client.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n');
      return;
    }
    tunnels.push(request.url ?? '');
    const [host = '', port] = (request.url ?? '').split(':');
    const upstream = connect(Number(port), host, () => {
      client.write('HTTP/1.1 200 OK\r\n\r\n');
      upstream.pipe(client).pipe(upstream);
    });
    upstream.on('error', () => client.destroy());
    client.on('error', () => upstream.destroy());
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    proxy.closeAllConnections();
    proxy.close();
  });
  return { answer: `PROXY 127.0.0.1:${(proxy.address() as AddressInfo).port}`, tunnels };
}

it('refuses a certificate nobody vouches for, and trusts the configured authority', async () => {
  const { url, caFile } = await startTlsServer();
  expect(await attempt(url, direct)).toMatchObject({
    code: expect.stringMatching(/UNABLE|SELF_SIGNED/),
  });
  const trusting = {
    ...direct,
    authorities: () => new Authorities(() => ({ system: undefined, caFile })).all(),
  };
  expect(await attempt(url, trusting)).toBe('over tls');
  const wrongName = url.replace('localhost', '127.0.0.1');
  expect(await attempt(wrongName, trusting)).not.toBe('over tls');
});

it('goes through a proxy that asks for credentials', async () => {
  const { url, caFile } = await startTlsServer();
  const proxy = await startProxy();
  const network = {
    authorities: () => new Authorities(() => ({ system: undefined, caFile })).all(),
    resolveProxy: () => Promise.resolve(proxy.answer),
    proxyCredentials: () => ({ username: 'ada', password: 'p@ss' }),
  };
  expect(await attempt(url, network)).toBe('over tls');
  expect(proxy.tunnels).toEqual([url.replace('wss://', '')]);
  expect(await attempt(url, { ...network, proxyCredentials: () => undefined })).not.toBe(
    'over tls',
  );
});

it('sends a webhook through that proxy, and trusts the company’s authority for it', async () => {
  const { url, caFile } = await startTlsServer();
  const proxy = await startProxy();
  const network = {
    authorities: () => new Authorities(() => ({ system: undefined, caFile })).all(),
    resolveProxy: () => Promise.resolve(proxy.answer),
    proxyCredentials: () => ({ username: 'ada', password: 'p@ss' }),
  };
  const request = {
    url: url.replace('wss', 'https'),
    method: 'POST',
    headers: {},
    body: '{"call":"ü"}',
    timeoutMs: 5_000,
    maxBytes: 1_000,
  };
  expect(await createHttpClient(network)(request)).toMatchObject({
    ok: true,
    value: { status: 200, text: '{"call":"ü"}', headers: { 'x-over': 'tls' } },
  });
  expect(proxy.tunnels).toEqual([url.replace('wss://', '')]);
  const stranger = { ...network, authorities: direct.authorities };
  expect(await createHttpClient(stranger)(request)).toMatchObject({ ok: false });
});

it('goes through a SOCKS5 proxy that asks for credentials', async () => {
  const { url, caFile } = await startTlsServer();
  const port = await freePort();
  const proxy = spawn(
    'microsocks',
    ['-i', '127.0.0.1', '-p', String(port), '-u', 'ada', '-P', 'p@ss'],
    { stdio: 'ignore' },
  );
  endWithTest(proxy);
  const network = {
    authorities: () => new Authorities(() => ({ system: undefined, caFile })).all(),
    resolveProxy: () => Promise.resolve(`SOCKS5 127.0.0.1:${port}`),
    proxyCredentials: () => ({ username: 'ada', password: 'p@ss' }),
  };
  const overTls = await until(async () => {
    const outcome = await attempt(url, network);
    return outcome === 'over tls' ? outcome : undefined;
  }, 'an answer through the proxy');
  expect(overTls).toBe('over tls');
  const request = {
    url: url.replace('wss', 'https'),
    method: 'POST',
    headers: {},
    body: '{}',
    timeoutMs: 5_000,
    maxBytes: 1_000,
  };
  expect(await createHttpClient(network)(request)).toMatchObject({ ok: true });
  // Without them the proxy lets nothing through: so nothing went around it before.
  const stranger = { ...network, proxyCredentials: () => undefined };
  expect(await attempt(url, stranger)).not.toBe('over tls');
  expect(await createHttpClient(stranger)(request)).toMatchObject({ ok: false });
});

it('names the HTTP status of a server that refuses, and nothing listening', async () => {
  const server = createHttp((_request, response) => response.writeHead(401).end());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  expect(await attempt(`ws://127.0.0.1:${port}`, direct)).toMatchObject({ status: 401 });
  expect(await attempt('ws://127.0.0.1:1', direct)).toMatchObject({ code: 'ECONNREFUSED' });
});

it('reads the answers of a PAC file', () => {
  expect(proxyUrl('DIRECT')).toBeUndefined();
  expect(proxyUrl('PROXY p.test:3128; DIRECT')).toBe('http://p.test:3128');
  expect(proxyUrl('QUIC s:1; HTTPS p.test:443')).toBe('https://p.test:443');
  expect(proxyUrl('SOCKS s.test:1080; DIRECT')).toBe('socks4://s.test:1080');
  expect(proxyUrl('SOCKS5 s.test:1080')).toBe('socks5h://s.test:1080');
});
