import { z } from 'zod';
import { idSchema } from '../model/definition.ts';
import { flowSchema, variableNameSchema } from '../model/flow.ts';
import { ruleSchema } from '../model/rule.ts';
import { templateSchema } from '../model/template.ts';
import { longestCallvoipTimeout, timeoutOf, webhookInputSchema } from '../model/webhook.ts';
import type { TakenStep } from '../matching/flow-path.ts';
import { issueText } from '../text/message.ts';
import { expectedSchema, trialCallSchema } from './inputs.ts';
import { nothing, procedure, returns, saving } from './procedure.ts';

/** Files of earlier versions may name more, and are read: it is less that counts then. */
const checkedWebhook = webhookInputSchema.refine(
  (webhook) => timeoutOf(webhook) === webhook.timeoutSeconds,
  {
    path: ['timeoutSeconds'],
    message: issueText('problem.field.callvoipTimeout', { limit: longestCallvoipTimeout }),
  },
);

const flowTrialSchema = z.strictObject({
  /** As edited. */
  flow: flowSchema,
  call: trialCallSchema,
  /** What its lookups are taken to find, by the name of the variable; a test calls nothing. */
  responses: z.strictObject({
    values: z.record(variableNameSchema, z.string().max(10_000)),
    failed: z.array(variableNameSchema).max(1000),
  }),
});

/** The way that a flow takes on a call. */
export interface FlowTrial {
  readonly taken: readonly TakenStep[];
}

/** Webhooks, the templates of their bodies, and flows. */
export const webhookProcedures = {
  'webhook.save': procedure({
    input: z.strictObject({
      webhook: checkedWebhook,
      /** The rules that send it. */
      rules: z.array(ruleSchema).max(100),
      expected: expectedSchema,
    }),
    right: saving('webhooks', ({ webhook }) => webhook.id),
    output: nothing,
  }),
  'webhook.preview': procedure({
    input: z.strictObject({ webhook: webhookInputSchema, call: trialCallSchema }),
    right: 'view',
    output: returns<{ readonly curl: string; readonly body: string | undefined }>(),
  }),
  'webhook.test': procedure({
    input: z.strictObject({ webhookId: idSchema, call: trialCallSchema }),
    right: 'view',
    /** Id of the delivery. */
    output: returns<{ readonly id: string }>(),
  }),
  'template.save': procedure({
    input: z.strictObject({ template: templateSchema, expected: expectedSchema }),
    right: saving('templates', ({ template }) => template.id),
    output: nothing,
  }),
  'template.preview': procedure({
    input: z.strictObject({ template: templateSchema, call: trialCallSchema }),
    right: 'view',
    output: returns<{ readonly body: string }>(),
  }),
  'flow.save': procedure({
    input: z.strictObject({ flow: flowSchema, expected: expectedSchema }),
    right: saving('flows', ({ flow }) => flow.id),
    output: nothing,
  }),
  'flow.try': procedure({ input: flowTrialSchema, right: 'view', output: returns<FlowTrial>() }),
};
