import { isJsonObject, type JsonObject, type JsonValue } from '../../../shared/json/json-value.ts';
import type { AgentIdentity } from '../../../shared/model/agent-identity.ts';
import { wellFormed } from '../../../shared/well-formed.ts';

/** Values for the placeholders of a source's settings; what is not there is filled in as nothing. */
export type Placeholders = Readonly<Record<string, string | undefined>>;

const placeholder = /\$\{([A-Za-z]+(?:\.[A-Za-z]+)?)\}/g;
/** Another `${...}` is the provider's own and stays as it is. */
const names = new Set([
  'agent.id',
  'agent.customId',
  'agent.email',
  'agent.extension',
  'lastEventId',
  'token',
  'user',
  'password',
]);

export const agentPlaceholders = (agent: AgentIdentity | undefined): Placeholders => ({
  'agent.id': agent?.id,
  'agent.customId': agent?.customId,
  'agent.email': agent?.email,
  'agent.extension': agent?.extension,
});

/** A text with its placeholders filled in; `encode` is for addresses. */
export const fillText = (
  text: string,
  values: Placeholders,
  encode: (value: string) => string = (value) => value,
): string =>
  text.replace(placeholder, (whole, name: string) =>
    names.has(name) ? encode(wellFormed(values[name] ?? '')) : whole,
  );

/**
 * A message from its template. Placeholders are leaves of a parsed document, so a value can never
 * break it. A text goes out as it is, anything else as JSON.
 */
export function fillMessage(
  template: JsonValue | undefined,
  values: Placeholders,
): string | undefined {
  if (template === undefined || template === null) return undefined;
  const filled = fillLeaves(template, values);
  return typeof filled === 'string' ? filled : JSON.stringify(filled);
}

function fillLeaves(value: JsonValue, values: Placeholders): JsonValue {
  if (typeof value === 'string') return fillText(value, values);
  if (Array.isArray(value)) return value.map((item) => fillLeaves(item, values));
  if (!isJsonObject(value)) return value;
  const copy: JsonObject = {};
  for (const [key, item] of Object.entries(value)) copy[key] = fillLeaves(item, values);
  return copy;
}

/** The agent's identifiers that a setting asks for and this desk does not have. */
export const missingPlaceholders = (
  setting: unknown,
  agent: AgentIdentity | undefined,
): string[] => {
  const known = agentPlaceholders(agent);
  const asked = [...JSON.stringify(setting).matchAll(placeholder)].map(([, name = '']) => name);
  return [...new Set(asked)].filter((name) => name in known && (known[name] ?? '') === '');
};

/** What NATS and MQTT take for "any", and what parts a subject from what follows it. */
const wildcards = /[*>+#\s\0]/;

/** The agent's identifiers in a subject or topic that would ask for the calls of all agents. */
export const wildPlaceholders = (setting: unknown, agent: AgentIdentity | undefined): string[] => {
  const known = agentPlaceholders(agent);
  const asked = [...JSON.stringify(setting).matchAll(placeholder)].map(([, name = '']) => name);
  return [...new Set(asked)].filter((name) => wildcards.test(known[name] ?? ''));
};

/** A value in a subject or topic: what would be a wildcard is percent-encoded, and means itself at most. */
export const busValue = (value: string): string =>
  value.replace(/[*>+#\s\0]/g, (sign) => {
    const code = sign.charCodeAt(0).toString(16).padStart(2, '0');
    return `%${code.toUpperCase()}`;
  });

/** Whether a setting asks for the token itself; then it is not sent as a header too. */
export const asksForToken = (...settings: readonly (JsonValue | undefined)[]): boolean =>
  asksFor('token', ...settings);

export const asksFor = (name: string, ...settings: readonly (JsonValue | undefined)[]): boolean =>
  settings.some((setting) => JSON.stringify(setting ?? null).includes(`\${${name}}`));
