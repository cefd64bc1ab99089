import { z } from 'zod';
import { ruleSchema } from '../model/rule.ts';
import { whenSchema } from '../model/rule-when.ts';
import { expectedSchema, trialCallSchema } from './inputs.ts';
import { nothing, procedure, returns, saving } from './procedure.ts';
import type { RuleTrial } from './views.ts';

const trialSchema = z.strictObject({
  /** What happens on the call. */
  when: whenSchema,
  call: trialCallSchema,
  /** A rule as edited: it replaces the saved one. */
  draft: ruleSchema.optional(),
});
export type RuleTrialRequest = z.infer<typeof trialSchema>;

export const ruleProcedures = {
  'rule.save': procedure({
    input: z.strictObject({ rule: ruleSchema, expected: expectedSchema }),
    right: saving('rules', ({ rule }) => rule.id),
    output: nothing,
  }),
  'rules.try': procedure({ input: trialSchema, right: 'view', output: returns<RuleTrial>() }),
};
