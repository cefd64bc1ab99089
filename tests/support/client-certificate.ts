import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { TLSSocket } from 'node:tls';
import { onTestFinished } from 'vitest';
import { z } from 'zod';
import { page } from './crm.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { makeCertificate } from './tls-server.ts';
import { until } from './until.ts';

/** The home of an agent with a certificate of their own, in the database that Chromium reads on Linux. */
export function homeWithCertificate(agent: string, trusted: string) {
  const home = temporaryFolder();
  const folder = temporaryFolder();
  const database = path.join(home, '.pki/nssdb');
  const certificate = path.join(folder, 'agent.pem');
  const key = path.join(folder, 'agent.key');
  const both = path.join(folder, 'agent.p12');
  mkdirSync(database, { recursive: true });
  const run = (command: string, ...args: readonly string[]): void =>
    void execFileSync(command, [...args], { stdio: 'pipe' });
  run(
    'openssl',
    ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', `/CN=${agent}`],
    // One of an authority's own would not be offered.
    ...['-addext', 'basicConstraints=critical,CA:FALSE', '-addext', 'extendedKeyUsage=clientAuth'],
    ...['-keyout', key, '-out', certificate],
  );
  run(
    'openssl',
    ...['pkcs12', '-export', '-in', certificate, '-inkey', key, '-out', both],
    ...['-passout', 'pass:'],
  );
  const store = `sql:${database}`;
  run('certutil', '-N', '-d', store, '--empty-password');
  run('certutil', '-A', '-d', store, '-n', 'company', '-t', 'C,,', '-i', trusted);
  run('pk12util', '-i', both, '-d', store, '-W', '');
  return { home, certificate };
}

/** What a site was asked for, and whom the certificate names that came with it; undefined where none did. */
export interface Visit {
  readonly path: string;
  readonly agent: string | undefined;
}

const peerSchema = z.object({ subject: z.object({ CN: z.string() }) });

/** A site over TLS that asks each visitor for a certificate, and lets in who has none. */
export async function startCuriousSite(
  { keyFile, certFile }: ReturnType<typeof makeCertificate>,
  wanted: string,
) {
  const visits: Visit[] = [];
  const server = createServer(
    {
      key: readFileSync(keyFile),
      cert: readFileSync(certFile),
      ca: readFileSync(wanted),
      requestCert: true,
      rejectUnauthorized: false,
    },
    ({ socket, url = '' }, response) => {
      const peer = socket instanceof TLSSocket ? socket.getPeerCertificate() : undefined;
      // A visitor without one has an empty object, which Node's type leaves out.
      const { data } = peerSchema.safeParse(peer);
      if (url !== '/favicon.ico') visits.push({ path: url, agent: data?.subject.CN });
      page(response, '<h1>Site</h1>');
    },
  );
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return {
    origin: `https://localhost:${port}`,
    visited: (count: number) =>
      until(() => (visits.length >= count ? visits : undefined), `${count} visits`),
  };
}
