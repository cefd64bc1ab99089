import type { SecretRef } from '../../../shared/model/secret.ts';
import type { Settings } from '../../../shared/model/settings.ts';
import type { HttpClient } from '../ports/http.ts';
import type { DialSocket, OpenSocket } from '../ports/socket.ts';
import { Authorities } from './authorities.ts';
import { createDialSocket } from './dial-socket.ts';
import { createHttpClient } from './http-client.ts';
import { createOpenSocket, type NetworkSettings } from './open-socket.ts';
import type { ListenHttp } from '../ports/http-listener.ts';
import type { SendBytes } from '../ports/send-bytes.ts';
import { listenHttp } from './listen-http.ts';
import { createSendBytes } from './send-bytes.ts';
import { proxyUrl } from './proxy.ts';

interface Deps extends Pick<NetworkSettings, 'resolveProxy'> {
  readonly settings: () => Settings['network'];
  readonly revealSecret: (ref: SecretRef) => string | undefined;
  /** Authorities of the system's store, where the runtime can read it. */
  readonly systemCertificates: () => readonly string[] | undefined;
}

export interface NetworkParts {
  readonly openSocket: OpenSocket;
  readonly dialSocket: DialSocket;
  readonly sendHttp: HttpClient;
  readonly sendBytes: SendBytes;
  readonly listenHttp: ListenHttp;
  /** For a proxy that asks who comes. */
  readonly proxyCredentials: NetworkSettings['proxyCredentials'];
  /** False where a proxy finds and reaches the server for us. */
  readonly isDirect: (url: string) => Promise<boolean>;
}

/** All connections that are not a CRM's page, over the system's proxy and with its authorities. */
export function createNetworkParts(deps: Deps): NetworkParts {
  const { settings, resolveProxy } = deps;
  const authorities = new Authorities(() => ({
    system: deps.systemCertificates(),
    caFile: settings().caFile,
  }));
  const network: NetworkSettings = {
    authorities: () => authorities.all(),
    resolveProxy,
    proxyCredentials() {
      const { proxyUsername, proxyPassword } = settings();
      const password = proxyPassword && deps.revealSecret(proxyPassword);
      return proxyUsername === undefined
        ? undefined
        : { username: proxyUsername, password: password ?? '' };
    },
  };
  return {
    openSocket: createOpenSocket(network),
    dialSocket: createDialSocket(network),
    sendHttp: createHttpClient(network),
    sendBytes: createSendBytes(network.authorities),
    listenHttp,
    proxyCredentials: network.proxyCredentials,
    isDirect: async (url) =>
      proxyUrl(await resolveProxy(url.replace(/^ws/i, 'http'))) === undefined,
  };
}
