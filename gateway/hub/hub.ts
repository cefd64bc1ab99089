import { WebSocketServer, type WebSocket } from 'ws';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Metrics } from '../metrics.ts';
import type { Sink } from '../publish/sink.ts';
import { everybody, type Audience } from '../routing/audience.ts';
import type { Directory } from '../routing/agent-directory.ts';
import type { Desk } from '../store/desk-records.ts';
import { readEventId, type EventPosition } from '../store/event-position.ts';
import type { Arrival, KeptEvent, Outgoing } from '../store/records.ts';
import type { Store } from '../store/store.ts';
import { tokenHash } from './credentials.ts';
import { DeskConnection, frameOf } from './desk-connection.ts';
import { LivingSockets } from './living-sockets.ts';

/** Desks only listen: what they send is read by nobody. */
const maxPayload = 4_096;
/** Milliseconds between looks for desks that were removed. */
const revokedEvery = 1_000;
/** How far a look reaches back: a removal is written with its time, and may have waited for a slow disk after. */
const revokedWithin = 60_000;

interface Deps {
  readonly store: Store;
  readonly metrics: Metrics;
  readonly directory: Pick<Directory, 'get'>;
  readonly now: () => number;
  readonly onProblem: (problem: string) => void;
  readonly onDesk: (() => void) | undefined;
}

/** Keeps events, and hands them to the desks of the agents they are for. */
export class Hub implements Sink {
  private readonly sockets = new WebSocketServer({
    noServer: true,
    maxPayload,
    perMessageDeflate: false,
    clientTracking: false,
  });
  private readonly byAgent = new Map<string, Set<DeskConnection>>();
  private readonly living = new LivingSockets();
  private readonly timer: NodeJS.Timeout;
  private lookedAt: number;

  public constructor(private readonly deps: Deps) {
    this.lookedAt = deps.now();
    this.timer = setInterval(() => void this.closeRevoked(), revokedEvery);
  }

  public async accept(arrival: Arrival): Promise<readonly KeptEvent[]> {
    const kept = await this.deps.store.append(arrival);
    for (const [index, { outcome, seq, audience }] of kept.entries()) {
      const event = arrival.events[index];
      if (outcome !== 'routed' || event === undefined) continue;
      this.deliver({ seq, at: arrival.at, body: event.body }, audience);
    }
    return kept;
  }

  /** Takes the desks that connect to this server. */
  public listen(server: Server): void {
    server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      socket.on('error', () => socket.destroy());
      this.admit(request).then(
        (desk) => {
          if (desk === undefined) refuse(socket, '401 Unauthorized');
          else {
            this.sockets.handleUpgrade(request, socket, head, (open) => {
              this.connected(open, desk, positionOf(request, desk));
            });
          }
        },
        (error: unknown) => {
          this.deps.onProblem(String(error));
          refuse(socket, '503 Service Unavailable');
        },
      );
    });
  }

  /** Tells every desk to come back later, and to another gateway where there is one. */
  public stop(): void {
    clearInterval(this.timer);
    for (const connection of this.all()) connection.close(1012, 'restart');
    this.living.stop();
    this.sockets.close();
  }

  /** The desk that a request may connect; undefined for everybody else. */
  private async admit(request: IncomingMessage): Promise<Desk | undefined> {
    const [path] = (request.url ?? '').split('?');
    const token = /^Bearer ([\w.~+/-]{20,500}=*)$/.exec(request.headers.authorization ?? '')?.[1];
    if (path !== '/desk' || token === undefined) return undefined;
    const { store, directory, now } = this.deps;
    const desk = await store.deskOf(tokenHash(token));
    // Otherwise the desk of an agent removed from the configuration would still receive events sent to all desks.
    if (desk === undefined || directory.get(desk.agent) === undefined) return undefined;
    return isExpired(desk, now()) ? undefined : desk;
  }

  private connected(socket: WebSocket, desk: Desk, from: EventPosition): void {
    const connection = new DeskConnection(desk, socket);
    const { store, metrics, onProblem, onDesk } = this.deps;
    const mates = this.byAgent.get(desk.agent) ?? new Set();
    this.byAgent.set(desk.agent, mates.add(connection));
    metrics.desks.inc();
    this.living.watch(socket);
    onDesk?.();
    const stopWaiting = this.closeExpired(connection);
    socket.on('error', () => socket.terminate());
    socket.on('close', () => {
      stopWaiting();
      mates.delete(connection);
      if (mates.size === 0) this.byAgent.delete(desk.agent);
      metrics.desks.dec();
    });
    connection
      .catchUp(from, (position, limit) => store.after(desk.agent, position, limit))
      .catch((error: unknown) => {
        onProblem(String(error));
        socket.terminate();
      });
  }

  /** A desk that signed in for a time signs in again. */
  private closeExpired(connection: DeskConnection): () => void {
    const { expires } = connection.desk;
    if (expires === null) return () => undefined;
    const close = (): void => connection.close(1008, 'signed in too long ago');
    const timer = setTimeout(close, expires - this.deps.now());
    return () => clearTimeout(timer);
  }

  private deliver(event: Outgoing, audience: Audience): void {
    const frame = frameOf(event);
    const isForAll = audience[0] === everybody;
    const desks = isForAll
      ? this.all()
      : audience.flatMap((agent) => [...(this.byAgent.get(agent) ?? [])]);
    for (const connection of desks) {
      connection.deliver(event, frame);
      this.deps.metrics.sent.inc();
    }
  }

  private all(): DeskConnection[] {
    return [...this.byAgent.values()].flatMap((desks) => [...desks]);
  }

  private async closeRevoked(): Promise<void> {
    const now = this.deps.now();
    try {
      const ids = new Set(await this.deps.store.revokedSince(this.lookedAt - revokedWithin));
      this.lookedAt = now;
      if (ids.size === 0) return;
      for (const connection of this.all()) {
        if (ids.has(connection.desk.id)) connection.close(1008, 'removed');
      }
    } catch (error) {
      this.deps.onProblem(String(error));
    }
  }
}

const isExpired = ({ expires }: Desk, now: number): boolean => expires !== null && expires <= now;

/** Where a desk is; one that has handled no event yet gets all since it was enrolled. */
function positionOf(request: IncomingMessage, desk: Desk): EventPosition {
  const query = new URLSearchParams((request.url ?? '').split('?')[1] ?? '');
  const header = request.headers['last-event-id'];
  const given = query.get('lastEventId') ?? (typeof header === 'string' ? header : '');
  return readEventId(given) ?? { seq: -1, at: desk.since };
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
