import type { FlowStep } from '../../../shared/model/flow.ts';

/** A step with an id of the editor's own, so that a list can be reordered without losing its place. */
export type EditedStep =
  | { readonly key: string; readonly step: Exclude<FlowStep, { do: 'if' }> }
  | {
      readonly key: string;
      readonly step: Omit<Extract<FlowStep, { do: 'if' }>, 'then' | 'else'>;
      readonly then: readonly EditedStep[];
      readonly else: readonly EditedStep[];
    };

/** Steps as the editor holds them. */
export const toEdited = (steps: readonly FlowStep[]): EditedStep[] =>
  steps.map((step): EditedStep => {
    const key = crypto.randomUUID();
    if (step.do !== 'if') return { key, step };
    const { then, else: otherwise, ...rest } = step;
    return { key, step: rest, then: toEdited(then), else: toEdited(otherwise) };
  });

/** Steps as they are stored. */
export const fromEdited = (steps: readonly EditedStep[]): FlowStep[] =>
  steps.map((edited) =>
    'then' in edited
      ? { ...edited.step, then: fromEdited(edited.then), else: fromEdited(edited.else) }
      : edited.step,
  );

/** A new step. */
export function newStep(kind: FlowStep['do']): EditedStep {
  const key = crypto.randomUUID();
  switch (kind) {
    case 'popup':
      return { key, step: { do: 'popup', popup: 'choose' } };
    case 'send':
      return { key, step: { do: 'send', webhook: 'choose' } };
    case 'ask':
      return {
        key,
        step: { do: 'ask', webhook: 'choose', as: 'answer', answer: { from: 'body' } },
      };
    case 'if':
      return {
        key,
        step: { do: 'if', when: { field: 'callerNumber', is: 'equals', value: '' } },
        then: [],
        else: [],
      };
  }
}

/** Names of the variables that these steps set, for those after them. */
export const variablesOf = (steps: readonly EditedStep[]): string[] =>
  steps.flatMap(({ step }) => (step.do === 'ask' ? [step.as] : []));
