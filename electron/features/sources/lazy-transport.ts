import { errorText, type Log } from '../../platform/logging/log.ts';
import type { Transport, TransportHandlers } from './transport.ts';

export interface LazyTransportDeps {
  readonly log: Log;
  readonly handlers: TransportHandlers;
}

/**
 * A transport whose library is read when a source first uses it: the clients of NATS and MQTT are a quarter of what
 * the app would otherwise read at every start.
 */
export class LazyTransport implements Transport {
  private transport: Transport | undefined;
  private stopped = false;

  /** @param load reads the library and makes the transport */
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
      // A file of the installation is missing: there is nothing to try again.
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
