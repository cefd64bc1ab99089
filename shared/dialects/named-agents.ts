import { z } from 'zod';
import type { JsonValue } from '../json/json-value.ts';
import { agentKey, type AgentRef } from '../model/agent-identity.ts';
import { defined } from '../model/defined.ts';
import type { Feed } from '../model/feed.ts';
import { readableValue } from './values.ts';

/** More agents than any call rings at. */
const mostAgents = 100;
/** Characters of one identifier. */
const longest = 320;

const identifier = z
  .union([z.string().max(longest), z.number()])
  .transform((value) => String(value).trim())
  .optional();

const agentsSchema = z
  .array(
    z.object({
      id: identifier,
      customId: identifier,
      email: identifier,
      extension: identifier,
      phone: identifier,
    }),
  )
  .min(1)
  .max(mostAgents);

/** The agents of an event that is about several, such as those who missed the call; undefined for anything else. */
export function namedAgents(value: JsonValue | undefined, feed: Feed): AgentRef[] | undefined {
  const read = agentsSchema.safeParse(value);
  if (!read.success) return undefined;
  const agents = read.data.map(({ extension, phone, ...ids }): AgentRef =>
    defined({
      ...ids,
      extension: extension && readableValue('agentExtension', extension, feed),
      phone: phone && readableValue('agentNumber', phone, feed),
    }),
  );
  return agents.some((agent) => agentKey(agent) === 'nobody') ? undefined : agents;
}

/** One agent of such a list. */
export const agentMember = ({ id, customId, email, extension, phone }: AgentRef) =>
  defined({ id, customId, email, extension, phone });
