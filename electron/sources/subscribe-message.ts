import { isJsonObject, type JsonObject, type JsonValue } from '../../shared/json/json-value.ts';
import type { AgentIdentity } from '../../shared/model/agent-identity.ts';

const placeholder = /\$\{(?:agent\.(id|customId|email|extension)|lastEventId)\}/g;

/**
 * The message sent when a connection opens. Placeholders stand at the leaves of a parsed document, so a
 * value can never break it. A text goes out as it is, anything else as JSON.
 */
export function subscribeMessage(
  template: JsonValue | undefined,
  agent: AgentIdentity | undefined,
  lastEventId?: string,
): string | undefined {
  if (template === undefined || template === null) return undefined;
  const filled = fill(template, agent, lastEventId ?? '');
  return typeof filled === 'string' ? filled : JSON.stringify(filled);
}

/** A subject or topic with the agent filled in. */
export const fillAgent = (
  text: string,
  agent: AgentIdentity | undefined,
  lastEventId = '',
): string =>
  text.replace(placeholder, (_, name: string | undefined) =>
    name === undefined ? lastEventId : identifier(agent, name),
  );

function fill(value: JsonValue, agent: AgentIdentity | undefined, lastEventId: string): JsonValue {
  if (typeof value === 'string') {
    return fillAgent(value, agent, lastEventId);
  }
  if (Array.isArray(value)) return value.map((item) => fill(item, agent, lastEventId));
  if (!isJsonObject(value)) return value;
  const copy: JsonObject = {};
  for (const [key, item] of Object.entries(value)) copy[key] = fill(item, agent, lastEventId);
  return copy;
}

function identifier(agent: AgentIdentity | undefined, name: string): string {
  switch (name) {
    case 'id':
      return agent?.id ?? '';
    case 'customId':
      return agent?.customId ?? '';
    case 'email':
      return agent?.email ?? '';
    default:
      return agent?.extension ?? '';
  }
}
