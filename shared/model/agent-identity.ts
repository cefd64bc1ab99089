import { z } from 'zod';
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
    queues: z.array(identifier).max(1000).optional().describe('IDs or names of the agent’s queues'),
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
}

/** In order of trust: the system's own id settles it, an extension can be shared by a shift. */
const identifierNames = ['id', 'customId', 'email', 'extension'] as const;

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
  for (const name of identifierNames) {
    const left = normalIdentifier(a[name]);
    const right = normalIdentifier(b[name]);
    if (left === undefined || right === undefined) continue;
    // Some systems know an agent by a whole telephone number, and each event may write it in another way.
    const isSame = isSameText(left, right) || (name === 'extension' && sameNumber(left, right));
    return isSame ? 'same' : 'other';
  }
  return 'unknown';
}

function normalIdentifier(value: string | undefined): string | undefined {
  const text = value?.trim().toLowerCase();
  return text === '' ? undefined : text;
}

/** For people: the best that is known. */
export const agentName = (agent: AgentIdentity | undefined): string =>
  agent?.name ?? agent?.email ?? agent?.extension ?? agent?.customId ?? agent?.id ?? '';
