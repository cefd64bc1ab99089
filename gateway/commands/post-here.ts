import { X509Certificate } from 'node:crypto';
import { request as httpRequest, type RequestOptions } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { connect, type TLSSocket } from 'node:tls';
import { text } from 'node:stream/consumers';
import type { GatewayConfig } from '../config/gateway-config.ts';

type Listen = GatewayConfig['listen'];

interface Posted {
  readonly status: number;
  readonly text: string;
}

/** Posts to the gateway that runs on this machine. */
export async function postHere(
  { host: listens, port, tls }: Listen,
  path: string,
  headers: Readonly<Record<string, string>>,
  body: Buffer,
): Promise<Posted> {
  const host = listens === '0.0.0.0' || listens === '::' ? '127.0.0.1' : listens;
  const options = { host, port, path, method: 'POST', headers };
  if (tls === undefined) return sent(httpRequest, options, body);
  const socket = await connectTo(host, port, tls.certificate);
  return sent(httpsRequest, { ...options, createConnection: () => socket }, body);
}

function sent(request: typeof httpRequest, options: RequestOptions, body: Buffer): Promise<Posted> {
  return new Promise((resolve, reject) => {
    const call = request(options, (response) => {
      text(response).then(
        (answer) => resolve({ status: response.statusCode ?? 0, text: answer }),
        reject,
      );
    });
    call.once('error', reject);
    call.end(body);
  });
}

/** The certificate is for the gateway's name in the world, and we call it by an address: it must be the configured one. */
function connectTo(host: string, port: number, certificate: string): Promise<TLSSocket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port, rejectUnauthorized: false }, () => {
      const wanted = new X509Certificate(certificate).fingerprint256;
      if (socket.getPeerX509Certificate()?.fingerprint256 === wanted) resolve(socket);
      else socket.destroy(new Error(`Another program listens on port ${port}.`));
    });
    socket.once('error', reject);
  });
}
