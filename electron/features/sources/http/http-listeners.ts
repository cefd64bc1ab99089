import { createHash } from 'node:crypto';
import type { EventLink } from '../../../../shared/model/phone-link.ts';
import { fail, ok, type Result } from '../../../../shared/result.ts';
import { message, type Message } from '../../../../shared/text/message.ts';
import type {
  ListenHttp,
  Listening,
  ListenLimits,
  ListenPlace,
} from '../../../platform/ports/http-listener.ts';
import type { ConnectFailure } from '../../../platform/ports/socket.ts';
import type { KeptValues } from '../../../platform/storage/kept-values.ts';
import {
  answerRequest,
  takeEventLink,
  type ClosePageText,
  type Receiver,
} from './http-receivers.ts';

/**
 * Ports to choose from: below those that systems give to outgoing connections, so that the kept one is free again after
 * a restart.
 */
const firstPort = 21_000;
const portCount = 8_000;
const maxTries = 20;

export interface HttpListenersDeps {
  readonly listen: ListenHttp;
  readonly limits: ListenLimits;
  /** Ports that were chosen, by the address they are on and a digest of the secret. */
  readonly kept: KeptValues;
  readonly pageText: ClosePageText;
}

/** A port that is open, and the sources that hear on it. */
interface Opened {
  readonly place: ListenPlace;
  readonly listening: Listening;
  readonly receivers: Set<Receiver>;
}

export interface Joined {
  readonly place: ListenPlace;
  readonly leave: () => void;
}

/**
 * The ports of this desk. Sources with the same port share it, each with its own path. An automatic port follows from the
 * secret: a phone system has one address for all agents, so a published configuration gets the same port on each computer.
 * It is kept; only where another program has it at the first start the next free one is taken.
 */
export class HttpListeners {
  private readonly opened = new Map<string, Opened>();
  private readonly linkTakers = new Set<Receiver>();
  /** One after the other: two sources that start together open one port. */
  private last: Promise<unknown> = Promise.resolve();

  public constructor(private readonly deps: HttpListenersDeps) {}

  /** @param port undefined: the automatic one */
  public join(host: string, port: number | undefined, receiver: Receiver): Promise<Result<Joined>> {
    const joined = this.last.then(async () => {
      const opened = await this.openAt(host, port, receiver.secret);
      if (!opened.ok) return opened;
      opened.value.receivers.add(receiver);
      return ok({
        place: opened.value.place,
        leave: () => this.leave(opened.value, receiver),
      });
    });
    this.last = joined;
    return joined;
  }

  /** @returns takes the source's links no longer */
  public addLinkTaker(receiver: Receiver): () => void {
    this.linkTakers.add(receiver);
    return () => void this.linkTakers.delete(receiver);
  }

  /** @returns false where no source takes this link */
  public takeLink(link: EventLink): boolean {
    return takeEventLink(link, this.linkTakers);
  }

  private leave(opened: Opened, receiver: Receiver): void {
    opened.receivers.delete(receiver);
    const key = keyOf(opened.place);
    if (opened.receivers.size > 0 || this.opened.get(key) !== opened) return;
    this.opened.delete(key);
    opened.listening.close();
  }

  private async openAt(
    host: string,
    wanted: number | undefined,
    secret: string,
  ): Promise<Result<Opened>> {
    if (wanted !== undefined) return this.open({ host, port: wanted });
    const digest = createHash('sha256').update(secret).digest();
    const name = `${host} ${digest.toString('hex', 0, 8)}`;
    const kept = Number(this.deps.kept.of(name) ?? 0);
    // Another port would be found, but nobody would call it.
    if (kept > 0) return this.open({ host, port: kept });
    for (let attempt = 0; ; attempt += 1) {
      const port = firstPort + ((digest.readUInt32BE(8) + attempt) % portCount);
      const opened = await this.open({ host, port });
      if (opened.ok) this.deps.kept.remember(name, `${port}`);
      if (opened.ok || attempt === maxTries) return opened;
    }
  }

  private async open(place: ListenPlace): Promise<Result<Opened>> {
    const there = this.opened.get(keyOf(place));
    if (there !== undefined) return ok(there);
    const { listen, limits, pageText } = this.deps;
    const receivers = new Set<Receiver>();
    const listening = await listen(place, limits, (request) =>
      answerRequest(request, place, receivers, pageText),
    );
    if (!listening.ok) return fail(listenProblem(listening.problem, place));
    const opened = { place, receivers, listening: listening.value };
    this.opened.set(keyOf(place), opened);
    return ok(opened);
  }
}

const keyOf = ({ host, port }: ListenPlace): string => `${host} ${port}`;

function listenProblem({ code, message: reason }: ConnectFailure, { port }: ListenPlace): Message {
  if (code === 'EADDRINUSE') return message('problem.listen.portInUse', { port: `${port}` });
  // Windows keeps ranges of ports for itself.
  if (code === 'EACCES') return message('problem.listen.portRefused', { port: `${port}` });
  return message('problem.listen.failed', { reason });
}
