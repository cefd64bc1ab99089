import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer as createHttps } from 'node:https';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { WebSocketServer } from 'ws';
import { temporaryFolder } from './temporary-folder.ts';

/** A certificate of localhost that an authority of its own signed, as companies have it. */
export function makeCertificate(): { caFile: string; keyFile: string; certFile: string } {
  const folder = temporaryFolder();
  const file = (name: string) => path.join(folder, name);
  const openssl = (...args: string[]) =>
    execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' });
  openssl(
    'req',
    '-x509',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-days',
    '2',
    '-subj',
    '/CN=Test CA',
    '-keyout',
    'ca.key',
    '-out',
    'ca.pem',
  );
  openssl(
    'req',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-subj',
    '/CN=localhost',
    '-addext',
    'subjectAltName=DNS:localhost',
    '-keyout',
    'server.key',
    '-out',
    'server.csr',
  );
  openssl(
    'x509',
    '-req',
    '-in',
    'server.csr',
    '-CA',
    'ca.pem',
    '-CAkey',
    'ca.key',
    '-CAcreateserial',
    '-days',
    '2',
    '-copy_extensions',
    'copy',
    '-out',
    'server.pem',
  );
  return { caFile: file('ca.pem'), keyFile: file('server.key'), certFile: file('server.pem') };
}

/** A TLS event server with such a certificate. */
export async function startTlsServer(): Promise<{ url: string; caFile: string }> {
  const { caFile, keyFile, certFile } = makeCertificate();
  const server = createHttps({
    key: readFileSync(keyFile),
    cert: readFileSync(certFile),
  });
  server.on('request', (request, response) => {
    request.pipe(response.writeHead(200, { 'x-over': 'tls' }));
  });
  const sockets = new WebSocketServer({ server });
  sockets.on('connection', (socket) => socket.send('over tls'));
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  onTestFinished(() => {
    for (const client of sockets.clients) client.terminate();
    server.close();
  });
  return {
    url: `wss://localhost:${(server.address() as AddressInfo).port}`,
    caFile,
  };
}
