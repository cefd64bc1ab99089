import type { FlowStep } from '../../../shared/model/flow.ts';

/** A step with a key of the editor's own, so that a list can be reordered without losing its place. */
export type EditedStep = { readonly key: string } & (
  | Exclude<FlowStep, { do: 'if' }>
  | (Omit<Extract<FlowStep, { do: 'if' }>, 'then' | 'else'> & {
      then: EditedStep[];
      else: EditedStep[];
    })
);

/** Steps as the editor holds them. */
export const toEdited = (steps: readonly FlowStep[]): EditedStep[] =>
  steps.map((step): EditedStep => {
    const key = crypto.randomUUID();
    if (step.do !== 'if') return { key, ...step };
    return { key, ...step, then: toEdited(step.then), else: toEdited(step.else) };
  });

/** Steps as they are stored. */
export const fromEdited = (steps: readonly EditedStep[]): FlowStep[] =>
  steps.map(({ key: _key, ...step }) =>
    step.do === 'if' ? { ...step, then: fromEdited(step.then), else: fromEdited(step.else) } : step,
  );

/** A new step. */
export function newStep(kind: FlowStep['do']): EditedStep {
  const key = crypto.randomUUID();
  switch (kind) {
    case 'popup':
      return { key, do: 'popup', popup: 'choose' };
    case 'send':
      return { key, do: 'send', webhook: 'choose' };
    case 'ask':
      return { key, do: 'ask', webhook: 'choose', as: 'answer', answer: { from: 'body' } };
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
