import { z } from 'zod';
import { conditionSchema } from './condition.ts';
import { idSchema, nameSchema } from './definition.ts';
import { ruleActionSchema } from './flow.ts';
import { ruleProblems } from './rule-problems.ts';
import { whenSchema } from './rule-when.ts';

/** Whose calls a rule is for. */
export const ruleAgents = ['mine', 'served', 'any'] as const;
export type RuleAgent = (typeof ruleAgents)[number];

const listSchema = z.array(z.string().trim().min(1).max(320)).max(1000);

export const ruleSchema = z
  .strictObject({
    id: idSchema,
    name: nameSchema,
    enabled: z.boolean().default(true),
    when: whenSchema,
    which: z
      .strictObject({
        agent: z
          .enum(ruleAgents)
          .default('mine')
          .describe(
            'mine: only calls of the current agent; served: these, and events without an agent in the agent’s queues, numbers or campaigns; any: calls of any agent',
          ),
        internal: z.boolean().default(false).describe('Include internal calls'),
        queues: listSchema.optional().describe('IDs or names of queues; empty: all queues'),
        directions: z.array(z.enum(['inbound', 'outbound', 'internal'])).optional(),
        calledNumbers: listSchema
          .optional()
          .describe('Called numbers (DIDs); only digits are compared'),
        campaigns: listSchema.optional().describe('Names or IDs of campaigns'),
        pressedKeys: listSchema.optional().describe('Last key that the caller pressed in a menu'),
        agents: listSchema
          .optional()
          .describe(
            'Only calls of these agents: ID, custom ID, email or extension. With agent: any',
          ),
        outboundTypes: listSchema.optional().describe('click_to_call, broadcast, dialer ...'),
        condition: conditionSchema.optional(),
      })
      .default({ agent: 'mine', internal: false }),
    actions: z.array(ruleActionSchema).min(1).max(50),
  })
  .superRefine((rule, context) => {
    for (const { path, message } of ruleProblems(rule)) {
      context.addIssue({ code: 'custom', path: [...path], message });
    }
  });
export type Rule = z.infer<typeof ruleSchema>;
