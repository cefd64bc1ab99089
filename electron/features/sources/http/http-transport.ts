import { message, type Message } from '../../../../shared/text/message.ts';
import type { Clock } from '../../../platform/clock.ts';
import { Retry } from '../retry.ts';
import type { Transport, TransportHandlers } from '../transport.ts';
import type { HttpListeners, Joined } from './http-listeners.ts';
import type { HeardMessage, Receiver } from './http-receivers.ts';
import { isPathSecret } from './judge-request.ts';
import { listenAddress } from './listen-address.ts';

export interface HttpSettings {
  readonly secret: string;
  readonly token: string | undefined;
  readonly port: number | undefined;
  readonly interface: string | undefined;
  readonly eventLinks: boolean;
}

interface HttpDeps {
  readonly listeners: HttpListeners;
  readonly clock: Clock;
  /** From 0 to 1. */
  readonly random: () => number;
}

/** Hears requests on an address of this computer, and links where the source takes them. */
export class HttpTransport implements Transport {
  private stopped = false;
  private joined: Joined | undefined;
  private noMoreLinks: (() => void) | undefined;
  private readonly retry: Retry;
  private readonly receiver: Receiver;

  public constructor(
    private readonly settings: HttpSettings,
    private readonly deps: HttpDeps,
    private readonly handlers: TransportHandlers,
  ) {
    this.retry = new Retry(deps);
    const { secret, token } = settings;
    this.receiver = { secret, token, take: (heard) => this.take(heard) };
  }

  public start(): void {
    const { secret, eventLinks } = this.settings;
    if (!isPathSecret(secret)) {
      this.failed(message('problem.listen.secretTooWeak'), () => this.start());
      return;
    }
    if (eventLinks) this.noMoreLinks = this.deps.listeners.addLinkTaker(this.receiver);
    this.connect();
  }

  public stop(): void {
    this.stopped = true;
    this.retry.stop();
    this.noMoreLinks?.();
    this.joined?.leave();
    this.handlers.status({ phase: 'stopped', problem: null });
  }

  /** A listener outlives sleep, but not an address that the network has changed meanwhile. */
  public probe(): void {
    const { joined } = this;
    if (joined === undefined || listenAddress(this.settings.interface) === joined.place.host)
      return;
    joined.leave();
    this.joined = undefined;
    this.connect();
  }

  private connect(): void {
    this.handlers.status({ phase: 'connecting', problem: null });
    const { port, interface: name } = this.settings;
    const host = listenAddress(name);
    const again = (): void => this.connect();
    if (host === undefined) {
      this.failed(message('problem.listen.noInterface', { name: name ?? '' }), again);
      return;
    }
    void this.deps.listeners.join(host, port, this.receiver).then((joined) => {
      if (!joined.ok) this.failed(joined.problem.message, again);
      else if (this.stopped) joined.value.leave();
      else this.listening(joined.value);
    });
  }

  private listening(joined: Joined): void {
    this.joined = joined;
    this.retry.connected();
    this.handlers.status({ phase: 'connected', problem: null, place: joined.place });
  }

  private failed(problem: Message, again: () => void): void {
    if (this.stopped) return;
    this.handlers.status(this.retry.after(problem, false, again));
  }

  private take(heard: HeardMessage): void {
    this.handlers.frame({ ...heard, receivedAt: this.deps.clock.now() });
  }
}
