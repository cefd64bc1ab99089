import { useState } from 'react';
import type { Condition } from '../../../shared/model/condition.ts';
import { ConditionBuilder } from './condition-builder.tsx';
import { toCondition, toGroup } from './condition-draft.ts';

interface ConditionFieldProps {
  readonly value?: Condition | undefined;
  readonly error?: string | undefined;
  /** Variables of a flow that can be tested besides the call's fields. */
  readonly variables?: readonly string[];
  readonly onChange: (condition: Condition | undefined) => void;
}

/** A condition as a field of a form. Half-built groups, which no condition can say, stay on the screen. */
export function ConditionField({ value, error, variables = [], onChange }: ConditionFieldProps) {
  const [group, setGroup] = useState(() => toGroup(value));
  return (
    <ConditionBuilder
      group={group}
      variables={variables}
      problem={error}
      onChange={(changed) => {
        setGroup(changed);
        onChange(toCondition(changed));
      }}
    />
  );
}
