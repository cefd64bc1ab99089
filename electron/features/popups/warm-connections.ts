import { originOf } from '../../../shared/model/definition.ts';
import type { Popup } from '../../../shared/model/popup.ts';
import type { Clock } from '../../platform/clock.ts';

/** Milliseconds: Chromium drops a connection that nothing was asked over after a minute. */
const renewEvery = 50_000;
/** Most desks have one CRM or a few; any others connect when needed. */
const mostOrigins = 3;
/** Seconds without input after which the agent counts as away, so that no call is expected. */
const away = 600;

/** What opens a connection: Electron's session. */
export interface Connector {
  readonly preconnect: (options: { readonly url: string; readonly numSockets: number }) => void;
}

export interface WarmConnectionDeps {
  readonly clock: Clock;
  /** Seconds since the last input anywhere on this computer. */
  readonly idleSeconds: () => number;
}

/**
 * Keeps a connection to each CRM ready, so that a call's page needs no name lookup, TCP or TLS handshake. Nothing
 * is requested over it before a call.
 */
export class WarmConnections {
  private cancel: () => void = () => undefined;

  public constructor(private readonly deps: WarmConnectionDeps) {}

  /** @param connector undefined: no connection is kept */
  public keep(connector: Connector | undefined, popups: readonly Popup[]): void {
    this.cancel();
    const origins = originsOf(popups);
    if (connector === undefined || origins.length === 0) return;
    const renew = (): void => {
      if (this.deps.idleSeconds() < away) {
        for (const url of origins) connector.preconnect({ url, numSockets: 1 });
      }
      this.cancel = this.deps.clock.after(renewEvery, renew);
    };
    renew();
  }

  public dispose(): void {
    this.cancel();
  }
}

function originsOf(popups: readonly Popup[]): string[] {
  const origins = popups
    .filter(({ enabled, window }) => enabled && window.target !== 'browser')
    .flatMap(({ url }) => originOf(url) ?? []);
  return [...new Set(origins)].slice(0, mostOrigins);
}
