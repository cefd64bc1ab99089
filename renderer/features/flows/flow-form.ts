import { stepsIn, type Flow } from '../../../shared/model/flow.ts';
import type { Form } from '../../forms/use-command-form.ts';
import { fromEdited, toEdited, type EditedStep } from './step-tree.ts';

export interface FlowValues {
  readonly flow: Omit<Flow, 'steps'> & { readonly steps: EditedStep[] };
}
export type FlowForm = Form<FlowValues>;

export const valuesOf = (flow: Flow): FlowValues => ({
  flow: { ...flow, steps: toEdited(flow.steps) },
});

export const flowToSave = ({ flow }: FlowValues): { readonly flow: Flow } => ({
  flow: { ...flow, steps: fromEdited(flow.steps) },
});

/** Whether there are steps, each with what it opens or sends. */
export function isComplete({ flow }: FlowValues): boolean {
  return (
    flow.steps.length > 0 &&
    stepsIn(fromEdited(flow.steps)).every(
      (step) =>
        (step.do !== 'popup' || step.popup !== 'choose') &&
        ((step.do !== 'send' && step.do !== 'ask') || step.webhook !== 'choose'),
    )
  );
}
