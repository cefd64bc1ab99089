import type { HttpClient } from '../ports/http.ts';
import type { DialSocket, OpenSocket } from '../ports/socket.ts';
import { Authorities, type TrustSettings } from './authorities.ts';
import { createDialSocket } from './dial-socket.ts';
import { createHttpClient } from './http-client.ts';
import { createOpenSocket, type NetworkSettings } from './open-socket.ts';
import { proxyUrl } from './proxy.ts';

interface Deps extends Pick<NetworkSettings, 'resolveProxy' | 'proxyCredentials'> {
  readonly trust: () => TrustSettings;
}

export interface NetworkParts {
  readonly openSocket: OpenSocket;
  readonly dialSocket: DialSocket;
  readonly sendHttp: HttpClient;
  /** False where a proxy finds and reaches the server for us. */
  readonly isDirect: (url: string) => Promise<boolean>;
}

/** All connections that are not a CRM's page, over the system's proxy and with its authorities. */
export function createNetworkParts({ trust, resolveProxy, proxyCredentials }: Deps): NetworkParts {
  const authorities = new Authorities(trust);
  const network: NetworkSettings = {
    authorities: () => authorities.all(),
    resolveProxy,
    proxyCredentials,
  };
  return {
    openSocket: createOpenSocket(network),
    dialSocket: createDialSocket(network),
    sendHttp: createHttpClient(network),
    isDirect: async (url) =>
      proxyUrl(await resolveProxy(url.replace(/^ws/i, 'http'))) === undefined,
  };
}
