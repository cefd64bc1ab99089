import { createDecipheriv, createHash } from 'node:crypto';
import { crmPage } from './crm-page.ts';
import { closeServer, listenOnLoopback } from './loopback-server.ts';

/** One request for a call's page. */
export interface CrmVisit {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly parameters: Readonly<Record<string, string>>;
}

export interface CrmServer {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/**
 * A CRM as a receiver would write it, in plain node:crypto: what the app encrypts is read here by code
 * that shares nothing with it.
 */
export async function startCrmServer(
  passphrase: string,
  onVisit: (visit: CrmVisit) => void,
): Promise<CrmServer> {
  const { server, port } = await listenOnLoopback((request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    // Threat: a page whose name was made to lead here (DNS rebinding) reads what is for the agent.
    const isByAddress = request.headers.host?.startsWith('127.0.0.1:') ?? false;
    if (url.pathname !== '/call' || !isByAddress) {
      response.writeHead(404).end();
      return;
    }
    const at = Date.now();
    const data = url.searchParams.get('data');
    const parameters = data === null ? undefined : decrypt(data, passphrase);
    if (parameters !== undefined) onVisit({ at, parameters });
    const problem =
      data === null
        ? 'No call yet. Data appears here when one rings.'
        : parameters === undefined
          ? 'The data could not be decrypted. Check the key.'
          : '';
    response
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' })
      .end(crmPage(parameters ?? {}, problem));
  });
  return { url: `http://127.0.0.1:${port}/call`, stop: () => closeServer(server) };
}

function decrypt(data: string, passphrase: string): Record<string, string> | undefined {
  try {
    const bytes = Buffer.from(data, 'base64url');
    const key = createHash('sha256').update(passphrase, 'utf8').digest();
    const decipher = createDecipheriv('aes-256-cbc', key, bytes.subarray(0, 16));
    const query = Buffer.concat([decipher.update(bytes.subarray(16)), decipher.final()]);
    return Object.fromEntries(new URLSearchParams(query.toString('utf8')));
  } catch {
    return undefined;
  }
}
