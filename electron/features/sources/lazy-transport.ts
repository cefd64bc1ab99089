import { errorText, type Log } from '../../platform/logging/log.ts';
import type { Transport, TransportHandlers } from './transport.ts';

export interface LazyTransportDeps {
  readonly log: Log;
  readonly handlers: TransportHandlers;
}

/**
 * Loads a transport's library when a source first uses it. The NATS and MQTT clients would add a quarter to the code
 * that every start loads.
 */
export class LazyTransport implements Transport {
  private transport: Transport | undefined;
  private stopped = false;

  /** @param load loads the library and creates the transport */
  public constructor(
    private readonly load: () => Promise<Transport>,
    private readonly deps: LazyTransportDeps,
  ) {}

  public start(): void {
    this.deps.handlers.status({ phase: 'connecting', problem: null });
    this.load()
      .then((transport) => {
        if (this.stopped) return;
        this.transport = transport;
        transport.start();
      })
      // Part of the installation is missing, so retrying would not help.
      .catch((error: unknown) =>
        this.deps.log.error('transport not loaded', { problem: errorText(error) }),
      );
  }

  public stop(): void {
    this.stopped = true;
    if (this.transport === undefined)
      this.deps.handlers.status({ phase: 'stopped', problem: null });
    else this.transport.stop();
  }

  public probe(): void {
    this.transport?.probe();
  }
}
