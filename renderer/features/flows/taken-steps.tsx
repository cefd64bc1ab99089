import { Badge } from '@mantine/core';
import { createContext, useContext } from 'react';
import type { TakenStep } from '../../../shared/matching/flow-path.ts';
import { useText } from '../../i18n/use-text.ts';

/** The steps of a test run, by their place in the flow; empty while there is none. */
export const TakenSteps = createContext<ReadonlyMap<string, TakenStep>>(new Map());

/** @param at where the form has the step: `flow.steps.0` */
export const useTaken = (at: string): TakenStep | undefined =>
  useContext(TakenSteps).get(at.replace(/^flow\./, ''));

/** At a step that a test run takes, or at the branch that it takes there. */
export function TakenMark({ of }: { of: 'step' | 'branch' }) {
  const t = useText();
  return (
    <Badge size="sm" color="teal" variant="light" data-testid={`taken-${of}`}>
      {t(of === 'step' ? 'flows.trial.runs' : 'flows.trial.taken')}
    </Badge>
  );
}
