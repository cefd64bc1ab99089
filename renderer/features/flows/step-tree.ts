import type { FlowStep } from '../../../shared/model/flow.ts';

/** A step with a key of the editor's own, so that a list can be reordered without losing its place. */
export type EditedStep = { readonly key: string } & (
  | Exclude<FlowStep, { do: 'if' | 'ask' }>
  | (Omit<Extract<FlowStep, { do: 'ask' }>, 'ifFails'> & { ifFails: EditedStep[] })
  | (Omit<Extract<FlowStep, { do: 'if' }>, 'then' | 'else'> & {
      then: EditedStep[];
      else: EditedStep[];
    })
);

/** Steps as the editor holds them. */
export const toEdited = (steps: readonly FlowStep[]): EditedStep[] =>
  steps.map((step): EditedStep => {
    const key = crypto.randomUUID();
    if (step.do === 'ask') return { key, ...step, ifFails: toEdited(step.ifFails ?? []) };
    if (step.do !== 'if') return { key, ...step };
    return { key, ...step, then: toEdited(step.then), else: toEdited(step.else) };
  });

/** Steps as they are stored. */
export const fromEdited = (steps: readonly EditedStep[]): FlowStep[] =>
  steps.map(({ key: _key, ...step }) => {
    if (step.do === 'if') {
      return { ...step, then: fromEdited(step.then), else: fromEdited(step.else) };
    }
    if (step.do !== 'ask') return step;
    const { ifFails, ...rest } = step;
    return ifFails.length === 0 ? rest : { ...rest, ifFails: fromEdited(ifFails) };
  });

export interface StepBranch {
  readonly which: 'then' | 'else' | 'ifFails';
  readonly steps: EditedStep[];
}

/** The branches of a step. @param canBranch false: only those that have to be there */
export function branchesOf(step: EditedStep, canBranch: boolean): StepBranch[] {
  if (step.do === 'ask') {
    const { ifFails: steps } = step;
    return canBranch || steps.length > 0 ? [{ which: 'ifFails', steps }] : [];
  }
  return step.do === 'if'
    ? [
        { which: 'then', steps: step.then },
        { which: 'else', steps: step.else },
      ]
    : [];
}

/** A new step. */
export function newStep(kind: FlowStep['do']): EditedStep {
  const key = crypto.randomUUID();
  switch (kind) {
    case 'popup':
      return { key, do: 'popup', popup: 'choose' };
    case 'send':
      return { key, do: 'send', webhook: 'choose' };
    case 'ask':
      return {
        key,
        do: 'ask',
        webhook: 'choose',
        as: 'answer',
        answer: { from: 'body' },
        ifFails: [],
      };
    case 'if':
      return {
        key,
        do: 'if',
        when: { field: 'callerNumber', is: 'equals', value: '' },
        then: [],
        else: [],
      };
  }
}

/** Names of the variables that these steps set, for those after them. */
export const variablesOf = (steps: readonly EditedStep[]): string[] =>
  steps.flatMap((step) => (step.do === 'ask' ? [step.as] : []));
