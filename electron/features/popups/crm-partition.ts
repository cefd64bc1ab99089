import { createHash } from 'node:crypto';
import { z } from 'zod';
import { agentKey, type AgentIdentity } from '../../../shared/model/agent-identity.ts';

const crmPartitionSchema = z.string().startsWith('persist:').brand<'CrmPartition'>();

/** Names the session of an agent's CRM windows for Chromium. */
export type CrmPartition = z.output<typeof crmPartitionSchema>;

/**
 * The session of an agent's CRM windows: cookies, storage and cache that no other agent on this
 * computer shares. The name is a hash, as a folder gets it and an e-mail may not fit one. Changed, every agent
 * would have to sign in to the CRM again, but keep the history.
 */
export function crmPartitionOf(agent: AgentIdentity | undefined): CrmPartition {
  const key = agent === undefined ? 'nobody' : agentKey(agent);
  const hash = createHash('sha256').update(key).digest('hex').slice(0, 16);
  return crmPartitionSchema.parse(`persist:crm-${hash}`);
}
