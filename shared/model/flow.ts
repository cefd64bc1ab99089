import { z } from 'zod';
import { idSchema, nameSchema } from './definition.ts';
import { answerSchema } from './answer.ts';
import { conditionSchema, type Condition } from './condition.ts';
import { issueText } from '../text/message.ts';

export const variableNameSchema = z
  .string()
  .trim()
  .regex(/^[A-Za-z][A-Za-z0-9_]{0,49}$/, 'must be a letter, then letters, digits or underscore');

export const whenFailsChoices = ['continue', 'stop'] as const;

const popupStep = z.strictObject({
  do: z.literal('popup'),
  popup: idSchema.describe('ID of the popup to open'),
});
const sendStep = z.strictObject({
  do: z.literal('send'),
  webhook: idSchema.describe('ID of the webhook; sent through the outbox, with retries'),
});
const askShape = {
  do: z.literal('ask'),
  webhook: idSchema.describe('ID of the webhook; called once, its response is saved'),
  as: variableNameSchema.describe('Name of the variable'),
  answer: answerSchema.prefault({ from: 'body' }),
  whenFails: z
    .enum(whenFailsChoices)
    .optional()
    .describe(
      'After a failed lookup: continue without the variable, or stop the flow. Default: continue',
    ),
};

export type FlowStep =
  | z.infer<typeof popupStep>
  | z.infer<typeof sendStep>
  | (z.infer<z.ZodObject<typeof askShape>> & { ifFails?: FlowStep[] | undefined })
  | { do: 'if'; when: Condition; then: FlowStep[]; else: FlowStep[] };

export const maxFlowDepth = 10;

export const flowStepSchema: z.ZodType<FlowStep> = z.lazy(() =>
  z.union([
    popupStep,
    sendStep,
    z.strictObject({
      ...askShape,
      ifFails: z
        .array(flowStepSchema)
        .max(50)
        .optional()
        .describe('Steps that run if the lookup fails, before whenFails applies'),
    }),
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
  const check: FlowCheck = { problems: [], names: new Set() };
  checkSteps(steps, { path: [], before: new Set(), insteadOf: [] }, check);
  return check.problems;
}

interface FlowCheck {
  readonly problems: FlowProblem[];
  /** Variables that were set so far, in lower case. */
  readonly names: Set<string>;
}

interface Place {
  readonly path: readonly (string | number)[];
  readonly before: ReadonlySet<string>;
  /** The variables of the lookups that failed here: another lookup may set them instead. */
  readonly insteadOf: readonly string[];
}

function checkSteps(steps: readonly FlowStep[], place: Place, check: FlowCheck): void {
  const { path, before, insteadOf } = place;
  if (path.length > maxFlowDepth * 2) {
    const message = issueText('problem.field.conditionsTooDeep', { limit: maxFlowDepth });
    check.problems.push({ path, message });
    return;
  }
  const known = new Set(before);
  for (const [index, step] of steps.entries()) {
    const here = [...path, index];
    const inner = (branch: string): Place => ({
      path: [...here, branch],
      before: new Set(known),
      insteadOf,
    });
    if (step.do === 'ask') {
      checkName(step.as, [...here, 'as'], insteadOf, check);
      const fallback = { ...inner('ifFails'), insteadOf: [...insteadOf, step.as.toLowerCase()] };
      checkSteps(step.ifFails ?? [], fallback, check);
      known.add(step.as);
    }
    if (step.do !== 'if') continue;
    for (const name of variablesIn(step.when)) {
      if (known.has(name)) continue;
      const message = issueText('problem.flow.variableUnset', { name });
      check.problems.push({ path: [...here, 'when'], message });
    }
    // What one branch sets is not known after it: the other may have been taken.
    checkSteps(step.then, inner('then'), check);
    checkSteps(step.else, inner('else'), check);
  }
}

function checkName(
  as: string,
  path: FlowProblem['path'],
  insteadOf: readonly string[],
  { problems, names }: FlowCheck,
): void {
  const name = as.toLowerCase();
  if (names.has(name) && !insteadOf.includes(name)) {
    problems.push({ path, message: issueText('problem.flow.variableTwice', { name: as }) });
  }
  names.add(name);
}

/** Names of the variables that a condition asks for. */
export function variablesIn(condition: Condition): string[] {
  if ('all' in condition) return condition.all.flatMap(variablesIn);
  if ('any' in condition) return condition.any.flatMap(variablesIn);
  if ('not' in condition) return variablesIn(condition.not);
  if (!('field' in condition)) return [];
  return condition.field.startsWith('var.') ? [condition.field.slice(4)] : [];
}

/** The branches of a step. */
export const branchesOf = (step: FlowStep): (readonly [name: string, steps: FlowStep[]])[] => {
  if (step.do === 'ask') return [['ifFails', step.ifFails ?? []]];
  return step.do === 'if'
    ? [
        ['then', step.then],
        ['else', step.else],
      ]
    : [];
};

/** Every step of a flow, also those in branches. */
export const stepsIn = (steps: readonly FlowStep[]): FlowStep[] =>
  steps.flatMap((step) => [step, ...branchesOf(step).flatMap(([, inner]) => stepsIn(inner))]);
