import { z } from 'zod';
import { fieldRefSchema } from './call-fields.ts';
import { idSchema, nameSchema } from './definition.ts';
import { patternProblem } from './safe-pattern.ts';
import { stageSchema } from './stage.ts';

const listSchema = z.array(z.string().trim().min(1).max(320)).max(1000);

export const comparisons = ['equals', 'contains', 'startsWith', 'matches', 'empty'] as const;
export const comparisonSchema = z.enum(comparisons);

/** A test on one field of the call. All compare without regard to case. */
const fieldTestSchema = z
  .strictObject({
    field: fieldRefSchema,
    is: comparisonSchema
      .default('equals')
      .describe('matches: a regular expression (RE2, which cannot run away)'),
    value: z.string().max(10_000).default(''),
  })
  .superRefine(({ is, value }, context) => {
    const problem = is === 'matches' ? patternProblem(value) : undefined;
    if (problem !== undefined) {
      context.addIssue({ code: 'custom', path: ['value'], message: problem });
    }
  });
export type FieldTest = z.infer<typeof fieldTestSchema>;

export type Condition =
  FieldTest | { all: Condition[] } | { any: Condition[] } | { not: Condition };

export const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    fieldTestSchema,
    z.strictObject({ all: z.array(conditionSchema).max(100) }),
    z.strictObject({ any: z.array(conditionSchema).max(100) }),
    z.strictObject({ not: conditionSchema }),
  ]),
);

/** One step of a flow. The flow is the one stored form of what a hook does. */
export const stepSchema = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('popup'), popup: idSchema.describe('Id of the popup to open') }),
]);
export type Step = z.infer<typeof stepSchema>;

export const hookSchema = z.strictObject({
  id: idSchema,
  name: nameSchema,
  enabled: z.boolean().default(true),
  when: z
    .strictObject({
      stage: stageSchema.default('ringing'),
    })
    .prefault({}),
  which: z
    .strictObject({
      agent: z
        .enum(['mine', 'any'])
        .default('mine')
        .describe('mine: only calls for the agent who sits here; any: calls for every agent'),
      internal: z.boolean().default(false).describe('Also calls between colleagues'),
      queues: listSchema.optional().describe('Ids or names of queues; none means every queue'),
      directions: z.array(z.enum(['inbound', 'outbound', 'internal'])).optional(),
      calledNumbers: listSchema.optional().describe('My numbers (DIDs); digits are compared'),
      campaigns: listSchema.optional().describe('Names or ids of campaigns'),
      agents: listSchema
        .optional()
        .describe(
          'Only calls of these agents: id, custom id, e-mail or extension. With agent: any',
        ),
      outboundTypes: listSchema.optional().describe('click_to_call, broadcast, dialer ...'),
      condition: conditionSchema.optional(),
    })
    .default({ agent: 'mine', internal: false }),
  actions: z.array(stepSchema).min(1).max(50),
});
export type Hook = z.infer<typeof hookSchema>;
