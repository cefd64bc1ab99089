import { pongFor } from '../../../shared/frames/socket-io.ts';
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { parseAs } from '../../../shared/json/parse-as.ts';
import type { AgentIdentity } from '../../../shared/model/agent-identity.ts';
import type { SecretRef } from '../../../shared/model/secret.ts';
import type { Source } from '../../../shared/model/source.ts';
import type { HttpClient } from '../../platform/ports/http.ts';
import type { DialSocket } from '../../platform/ports/socket.ts';
import type { Log } from '../../platform/logging/log.ts';
import type { SessionOwner } from './company/kept-session.ts';
import type { HttpListeners } from './http/http-listeners.ts';
import { HttpTransport } from './http/http-transport.ts';
import { LazyTransport } from './lazy-transport.ts';
import type { MqttSettings } from './mqtt-transport.ts';
import type { NatsSettings, StreamPosition } from './nats-transport.ts';
import type { KeptValues } from '../../platform/storage/kept-values.ts';
import { agentPlaceholders, busValue, fillText } from './fill-template.ts';
import type { Transport, TransportHandlers } from './transport.ts';
import { connectionPlan, signInOf, type CompanyToken, type Reveal } from './websocket-plan.ts';
import { WebSocketTransport, type WebSocketDeps } from './websocket-transport.ts';

export interface TransportFactoryDeps extends WebSocketDeps {
  readonly log: Log;
  readonly dialSocket: DialSocket;
  readonly sendHttp: HttpClient;
  readonly listeners: HttpListeners;
  /** How far each source was read, so that a restart continues there. */
  readonly positions: KeptValues;
  readonly revealSecret: (ref: SecretRef) => string | undefined;
  readonly keepSecret: (ref: SecretRef, value: string) => void;
  readonly companySignIns: { readonly of: (owner: SessionOwner) => CompanyToken };
  /** Stays the same on this computer: names the session at an MQTT broker. */
  readonly deskId: string;
  /** Only a test of the connection: nothing may stay behind at the server. */
  readonly isTrial?: boolean | undefined;
}

export type TransportFor = (
  source: Source,
  agent: AgentIdentity | undefined,
) => (handlers: TransportHandlers) => Transport;

/** Under this the id of a source's last event is kept. */
export const lastEventKey = (sourceId: string): string => `event:${sourceId}`;

const sequenceSchema = z.int().min(0);
const positionSchema = z.tuple([
  z.string(),
  sequenceSchema,
  z.record(z.string(), sequenceSchema).optional(),
]);

function readPosition(text: string | undefined): StreamPosition | undefined {
  const read = parseAs(text ?? '', positionSchema);
  if (read === undefined) return undefined;
  const [created, sequence, subjects] = read;
  return { created, sequence, subjects };
}

/** Makes the transport that a definition names. */
export function transportFactory(deps: TransportFactoryDeps): TransportFor {
  return ({ id, transport, feed }, agent) =>
    (handlers) => {
      const filled = agentPlaceholders(agent);
      switch (transport.type) {
        case 'websocket':
          return webSocketTransport({ id, transport, filled, feed }, deps, handlers);
        case 'nats':
          return natsTransport({ id, transport, filled, feed }, deps, handlers);
        case 'mqtt':
          return mqttTransport({ id, transport, filled, feed }, deps, handlers);
        case 'http':
          return httpTransport(transport, deps, handlers);
      }
    };
}

interface Wanted<T extends Source['transport']['type']> {
  readonly id: string;
  readonly transport: Extract<Source['transport'], { type: T }>;
  /** What stands for the agent in addresses, subjects and topics. */
  readonly filled: ReturnType<typeof agentPlaceholders>;
  readonly feed: Source['feed'];
}

function webSocketTransport(
  { id, transport, filled, feed }: Wanted<'websocket'>,
  deps: TransportFactoryDeps,
  handlers: TransportHandlers,
): Transport {
  const reveal = revealing(deps);
  const { url } = transport;
  const agent = filled['agent.id'] ?? '';
  const company = transport.companySignIn && deps.companySignIns.of({ source: id, url, agent });
  return new WebSocketTransport(
    {
      signIn: signInOf(transport, reveal, deps, company),
      onRefused: () => company?.refused(),
      pongFor: feed?.framing === 'socketio' ? pongFor : undefined,
      // Made when the connection opens: the server may send again what came after this event.
      plan: (token) =>
        connectionPlan(transport, token ?? reveal(transport.token), reveal, {
          ...filled,
          lastEventId: deps.positions.of(lastEventKey(id)),
        }),
    },
    deps,
    handlers,
  );
}

function natsTransport(
  { id, transport, filled }: Wanted<'nats'>,
  deps: TransportFactoryDeps,
  handlers: TransportHandlers,
): Transport {
  const reveal = revealing(deps);
  const { url, stream, user } = transport;
  const subjects = transport.subjects.map((subject) => fillText(subject, filled, busValue));
  const position = JSON.stringify([id, url, stream, subjects]);
  const settings: NatsSettings = {
    url,
    stream,
    subjects,
    signIn: {
      user,
      password: reveal(transport.password),
      token: reveal(transport.token),
      credentials: reveal(transport.credentials),
    },
  };
  const natsDeps = {
    ...deps,
    position: () => readPosition(deps.positions.of(position)),
    remember: ({ created, sequence, subjects }: StreamPosition) =>
      deps.positions.remember(position, JSON.stringify([created, sequence, subjects ?? {}])),
  };
  return new LazyTransport(
    async () => {
      const { NatsTransport } = await import('./nats-transport.ts');
      return new NatsTransport(settings, natsDeps, handlers);
    },
    { log: deps.log, handlers },
  );
}

function mqttTransport(
  { id, transport, filled }: Wanted<'mqtt'>,
  deps: TransportFactoryDeps,
  handlers: TransportHandlers,
): Transport {
  const { url, user } = transport;
  const topics = transport.topics.map((topic) => fillText(topic, filled, busValue));
  const password = revealing(deps)(transport.password);
  // A name that the admin chose stays when the agent changes; the topics of the session do not.
  const session = JSON.stringify(['mqtt', id, url, transport.clientId]);
  const topicsBefore = deps.positions.of(session);
  const topicsNow = JSON.stringify(topics);
  deps.positions.remember(session, topicsNow);
  const settings: MqttSettings = {
    url,
    topics,
    clientId: transport.clientId ?? clientIdOf(deps.deskId, id, topics),
    user,
    password,
    keepsSession: deps.isTrial !== true,
    startsClean: topicsBefore !== undefined && topicsBefore !== topicsNow,
  };
  return new LazyTransport(
    async () => {
      const { MqttTransport } = await import('./mqtt-transport.ts');
      return new MqttTransport(settings, deps, handlers);
    },
    { log: deps.log, handlers },
  );
}

function httpTransport(
  { secret, token, port, interface: name, eventLinks }: Wanted<'http'>['transport'],
  deps: TransportFactoryDeps,
  handlers: TransportHandlers,
): Transport {
  const reveal = revealing(deps);
  const settings = {
    secret: reveal(secret) ?? '',
    token: reveal(token),
    port,
    interface: name,
    eventLinks,
  };
  return new HttpTransport(settings, deps, handlers);
}

const revealing =
  (deps: TransportFactoryDeps): Reveal =>
  (ref) =>
    ref && deps.revealSecret(ref);

/**
 * A session per set of topics: with one for the desk, the broker would go on bringing the calls of the
 * agent before. At most 23 characters, which every broker takes.
 */
const clientIdOf = (deskId: string, id: string, topics: readonly string[]): string =>
  `ringcue${createHash('sha256')
    .update(JSON.stringify([deskId, id, topics]))
    .digest('hex')
    .slice(0, 16)}`;
