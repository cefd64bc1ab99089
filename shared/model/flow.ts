import { z } from 'zod';
import { idSchema, nameSchema } from './definition.ts';
import { conditionSchema, type Condition } from './condition.ts';
import { issueText } from '../text/message.ts';

export const variableNameSchema = z
  .string()
  .trim()
  .regex(/^[A-Za-z][A-Za-z0-9_]{0,49}$/, 'must be a letter, then letters, digits or underscore');

/** What of a response is kept. */
export const answerSchema = z.discriminatedUnion('from', [
  z.strictObject({ from: z.literal('body') }),
  z.strictObject({
    from: z.literal('pointer'),
    pointer: z
      .string()
      .max(500)
      .regex(/^(\/[^/]*)+$/, 'must be a JSON pointer, such as /customer/id'),
  }),
  z.strictObject({ from: z.literal('header'), header: z.string().trim().min(1).max(200) }),
  z.strictObject({ from: z.literal('status') }),
]);
export type Answer = z.infer<typeof answerSchema>;

export const whenFailsChoices = ['continue', 'stop'] as const;

const popupStep = z.strictObject({
  do: z.literal('popup'),
  popup: idSchema.describe('ID of the popup to open'),
});
const sendStep = z.strictObject({
  do: z.literal('send'),
  webhook: idSchema.describe('ID of the webhook; sent through the outbox, with retries'),
});
const askStep = z.strictObject({
  do: z.literal('ask'),
  webhook: idSchema.describe('ID of the webhook; called once, its response is saved'),
  as: variableNameSchema.describe('Name of the variable'),
  answer: answerSchema.prefault({ from: 'body' }),
  whenFails: z
    .enum(whenFailsChoices)
    .optional()
    .describe(
      'If the lookup fails: continue without the variable, or stop the flow. Default: continue',
    ),
});

export type FlowStep =
  | z.infer<typeof popupStep>
  | z.infer<typeof sendStep>
  | z.infer<typeof askStep>
  | { do: 'if'; when: Condition; then: FlowStep[]; else: FlowStep[] };

export const maxFlowDepth = 10;

export const flowStepSchema: z.ZodType<FlowStep> = z.lazy(() =>
  z.union([
    popupStep,
    sendStep,
    askStep,
    z.strictObject({
      do: z.literal('if'),
      when: conditionSchema,
      then: z.array(flowStepSchema).max(50),
      else: z.array(flowStepSchema).max(50).default([]),
    }),
  ]),
);

/** Steps in order, with branches. */
export const flowSchema = z
  .strictObject({
    id: idSchema,
    name: nameSchema,
    description: z.string().max(2000).optional(),
    enabled: z.boolean().default(true),
    steps: z.array(flowStepSchema).max(50),
    whenCallEnds: z
      .enum(['finish', 'drop'])
      .default('finish')
      .describe('What happens if the call ends first'),
  })
  .superRefine((flow, context) => {
    for (const { path, message } of flowProblems(flow.steps)) {
      context.addIssue({ code: 'custom', path: ['steps', ...path], message });
    }
  });
export type Flow = z.infer<typeof flowSchema>;

/** What a rule does: open a popup, send a webhook, or run a flow. */
export const ruleActionSchema = z.discriminatedUnion('do', [
  popupStep,
  sendStep,
  z.strictObject({ do: z.literal('flow'), flow: idSchema.describe('ID of the flow to run') }),
]);
export type RuleAction = z.infer<typeof ruleActionSchema>;

export interface FlowProblem {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** Variables are unique within a flow, and known only after the step that sets them. */
export function flowProblems(steps: readonly FlowStep[]): FlowProblem[] {
  const problems: FlowProblem[] = [];
  const names = new Set<string>();
  const walk = (
    list: readonly FlowStep[],
    path: readonly (string | number)[],
    before: ReadonlySet<string>,
  ): ReadonlySet<string> => {
    const known = new Set(before);
    if (path.length > maxFlowDepth * 2) {
      problems.push({
        path,
        message: issueText('problem.field.conditionsTooDeep', { limit: maxFlowDepth }),
      });
      return known;
    }
    list.forEach((step, index) => {
      const here = [...path, index];
      if (step.do === 'ask') {
        if (names.has(step.as.toLowerCase())) {
          const message = issueText('problem.flow.variableTwice', { name: step.as });
          problems.push({ path: [...here, 'as'], message });
        }
        names.add(step.as.toLowerCase());
        known.add(step.as);
      }
      if (step.do !== 'if') return;
      for (const name of variablesIn(step.when)) {
        if (known.has(name)) continue;
        const message = issueText('problem.flow.variableUnset', { name });
        problems.push({ path: [...here, 'when'], message });
      }
      // What one branch sets is not known after it: the other may have been taken.
      walk(step.then, [...here, 'then'], known);
      walk(step.else, [...here, 'else'], known);
    });
    return known;
  };
  walk(steps, [], new Set());
  return problems;
}

/** Names of the variables that a condition asks for. */
export function variablesIn(condition: Condition): string[] {
  if ('all' in condition) return condition.all.flatMap(variablesIn);
  if ('any' in condition) return condition.any.flatMap(variablesIn);
  if ('not' in condition) return variablesIn(condition.not);
  if (!('field' in condition)) return [];
  return condition.field.startsWith('var.') ? [condition.field.slice(4)] : [];
}

/** Every step of a flow, also those in branches. */
export const stepsIn = (steps: readonly FlowStep[]): FlowStep[] =>
  steps.flatMap((step) =>
    step.do === 'if' ? [step, ...stepsIn(step.then), ...stepsIn(step.else)] : [step],
  );
