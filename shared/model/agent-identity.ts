import { z } from 'zod';
import { digitsOf } from '../numbers/plain-text.ts';
import { longestExtension } from '../numbers/read-number.ts';
import { sameNumber } from '../numbers/same-number.ts';
import { isSameText } from '../text/fold-text.ts';
import { issueText } from '../text/message.ts';

const identifier = z.string().trim().min(1).max(320);

/** The agent of this computer. At least one identifier, so that events can be told apart. */
export const agentIdentitySchema = z
  .strictObject({
    name: z.string().trim().max(200).optional().describe('Shown on the desk'),
    id: identifier.optional().describe('Agent ID in the phone system'),
    customId: identifier.optional().describe('Custom agent ID chosen by the company'),
    email: identifier.optional().describe('Email address, case-insensitive'),
    extension: identifier.optional().describe('Internal number (alias)'),
    phone: identifier.optional().describe('Telephone number that rings for the agent'),
    queues: z.array(identifier).max(1000).optional().describe('IDs or names of the agent’s queues'),
    numbers: z
      .array(identifier)
      .max(1000)
      .optional()
      .describe('Called numbers (DIDs) the agent serves'),
    campaigns: z.array(identifier).max(1000).optional().describe('IDs or names of campaigns'),
  })
  .refine((agent) => agentIdentifiers(agent).length > 0, {
    message: issueText('problem.field.agentIdentityMissing'),
  });
export type AgentIdentity = z.infer<typeof agentIdentitySchema>;

/** The agent an event speaks of, as far as the source says. */
export interface AgentRef {
  readonly id?: string | undefined;
  readonly customId?: string | undefined;
  readonly email?: string | undefined;
  readonly extension?: string | undefined;
  /** Some systems name an agent by the number they dial. */
  readonly phone?: string | undefined;
  /** ISO 3166: the country in which the agent's telephone number is dialled. */
  readonly country?: string | undefined;
}

/** In order of trust: the system's own id settles it, an extension can be shared by a shift. */
const identifierNames = ['id', 'customId', 'email', 'extension', 'phone'] as const;
const ownIds = ['id', 'customId', 'email'] as const;

function agentIdentifiers(agent: AgentRef): string[] {
  return identifierNames.flatMap((name) => {
    const value = normalIdentifier(agent[name]);
    return value === undefined ? [] : [`${name}:${value}`];
  });
}

/** The key under which an agent is known in dedupe keys and session partitions. */
export const agentKey = (agent: AgentRef): string => agentIdentifiers(agent)[0] ?? 'nobody';

/** True when the first identifier both sides know is equal. */
export const isSameAgent = (a: AgentRef, b: AgentRef): boolean => compareAgents(a, b) === 'same';

/** By the first identifier both sides know; unknown where there is none. */
export function compareAgents(a: AgentRef, b: AgentRef): 'same' | 'other' | 'unknown' {
  for (const name of ownIds) {
    const left = normalIdentifier(a[name]);
    const right = normalIdentifier(b[name]);
    if (left === undefined || right === undefined) continue;
    return isSameText(left, right) ? 'same' : 'other';
  }
  return comparePhones(a, b);
}

/**
 * An extension settles it where both name one. Some systems know an agent by a whole telephone number, in either
 * place, and each event may write it in another way.
 */
function comparePhones(a: AgentRef, b: AgentRef): 'same' | 'other' | 'unknown' {
  const isSame = isSamePhoneIn(a.country ?? b.country);
  if (isSame(a.extension, b.extension)) return 'same';
  if (isSame(a.extension, b.phone) || isSame(a.phone, b.extension)) return 'same';
  if (isFilled(a.extension) && isFilled(b.extension)) return 'other';
  if (!isFilled(a.phone) || !isFilled(b.phone)) return 'unknown';
  return isSame(a.phone, b.phone) ? 'same' : 'other';
}

const isFilled = (text: string | undefined): boolean => normalIdentifier(text) !== undefined;

/** What is as short as an extension is none of the country's numbers. */
const isWhole = (text: string): boolean => digitsOf(text).length > longestExtension;

const isSamePhoneIn =
  (country: string | undefined) =>
  (a: string | undefined, b: string | undefined): boolean => {
    const [left, right] = [normalIdentifier(a), normalIdentifier(b)];
    if (left === undefined || right === undefined) return false;
    const known = isWhole(left) && isWhole(right) ? country : undefined;
    return isSameText(left, right) || sameNumber(left, right, known);
  };

function normalIdentifier(value: string | undefined): string | undefined {
  const text = value?.trim().toLowerCase();
  return text === '' ? undefined : text;
}

/** For people: the best that is known. */
export const agentName = (agent: AgentIdentity | undefined): string =>
  agent?.name ??
  agent?.email ??
  agent?.extension ??
  agent?.phone ??
  agent?.customId ??
  agent?.id ??
  '';
