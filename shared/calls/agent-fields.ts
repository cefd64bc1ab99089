import type { AgentIdentity } from '../model/agent-identity.ts';
import type { CallData } from '../model/call-fields.ts';
import { defined } from '../model/defined.ts';

/** The call with the agent details set on this computer, where the source does not give them. */
export const withAgent = (call: CallData, agent: AgentIdentity): CallData => ({
  ...call,
  fields: {
    ...defined({
      agentId: agent.id,
      agentCustomId: agent.customId,
      agentEmail: agent.email,
      agentExtension: agent.extension,
      agentNumber: agent.phone,
      agentName: agent.name,
    }),
    ...call.fields,
  },
});
