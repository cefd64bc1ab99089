import type { AgentIdentity } from '../../shared/model/agent-identity.ts';
import type { SecretRef } from '../../shared/model/secret.ts';
import type { Source } from '../../shared/model/source.ts';
import type { DialSocket } from '../ports/socket.ts';
import type { Log } from '../ports/log.ts';
import { MqttTransport } from './mqtt-transport.ts';
import { NatsTransport } from './nats-transport.ts';
import type { PositionMemory } from './position-memory.ts';
import { fillAgent, subscribeMessage } from './subscribe-message.ts';
import type { Transport, TransportHandlers } from './transport.ts';
import { WebSocketTransport, type WebSocketDeps } from './websocket-transport.ts';

export interface TransportFactoryDeps extends WebSocketDeps {
  readonly log: Log;
  readonly dialSocket: DialSocket;
  readonly positions: PositionMemory;
  readonly revealSecret: (ref: SecretRef) => string | undefined;
  /** Stays the same on this computer: names the session at an MQTT broker. */
  readonly deskId: string;
}

export type TransportFor = (
  source: Source,
  agent: AgentIdentity | undefined,
) => (handlers: TransportHandlers) => Transport;

/** Under this the id of a source's last event is kept. */
export const lastEventKey = (sourceId: string): string => `event:${sourceId}`;

const sequenceOf = (text: string | undefined): number | undefined => {
  const sequence = Number(text);
  return Number.isSafeInteger(sequence) && sequence > 0 ? sequence : undefined;
};

/** Makes the transport that a definition names. */
export function transportFactory(deps: TransportFactoryDeps): TransportFor {
  const reveal = (ref: SecretRef | undefined) => ref && deps.revealSecret(ref);
  return ({ id, transport }, agent) =>
    (handlers) => {
      switch (transport.type) {
        case 'websocket': {
          // Read when the connection opens: the server may send again what came after this event.
          const subscribe = () =>
            subscribeMessage(transport.subscribe, agent, deps.positions.of(lastEventKey(id)));
          const headers: Record<string, string> = {};
          for (const [name, ref] of Object.entries(transport.headers)) {
            const value = reveal(ref);
            if (value !== undefined) headers[name] = value;
          }
          const token = reveal(transport.token);
          if (token !== undefined) headers['Authorization'] = `Bearer ${token}`;
          return new WebSocketTransport({ url: transport.url, headers, subscribe }, deps, handlers);
        }
        case 'nats': {
          const { url, stream, user } = transport;
          const subjects = transport.subjects.map((subject) => fillAgent(subject, agent));
          const position = JSON.stringify([id, url, stream, subjects]);
          return new NatsTransport(
            {
              url,
              stream,
              subjects,
              user,
              password: reveal(transport.password),
              token: reveal(transport.token),
            },
            {
              ...deps,
              position: () => sequenceOf(deps.positions.of(position)),
              remember: (sequence) => deps.positions.remember(position, String(sequence)),
            },
            handlers,
          );
        }
        case 'mqtt': {
          const { url, user } = transport;
          const topics = transport.topics.map((topic) => fillAgent(topic, agent));
          const clientId = transport.clientId ?? `ringcue-${deps.deskId}-${id}`.slice(0, 64);
          const password = reveal(transport.password);
          return new MqttTransport({ url, topics, clientId, user, password }, deps, handlers);
        }
      }
    };
}
