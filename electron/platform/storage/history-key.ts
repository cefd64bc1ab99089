import { createHash } from 'node:crypto';
import { z } from 'zod';
import { agentKey, type AgentIdentity } from '../../../shared/model/agent-identity.ts';

const historyKeySchema = z.string().brand<'HistoryKey'>();

/** Under this an agent's calls, popups and drafts are stored. Another agent does not get to see them. */
export type HistoryKey = z.output<typeof historyKeySchema>;

/**
 * It looks like the name of a CRM session, because the first databases were written so. It is not one: changed,
 * every agent would lose the history, and no session.
 */
export function historyKeyOf(agent: AgentIdentity | undefined): HistoryKey {
  const key = agent === undefined ? 'nobody' : agentKey(agent);
  const hash = createHash('sha256').update(key).digest('hex').slice(0, 16);
  return historyKeySchema.parse(`persist:crm-${hash}`);
}
