import { Text } from '@mantine/core';
import { isTest, type Condition } from '../../../shared/model/condition.ts';
import { showsErrorAt } from '../../forms/form-errors.ts';
import type { FieldsForm } from '../../forms/use-command-form.ts';
import { fromGroup, groupOf, innerGroup, unwrap } from './condition-draft.ts';
import { GroupFields } from './group-fields.tsx';
import { TestFields } from './test-fields.tsx';

interface ConditionFieldsProps {
  readonly form: FieldsForm;
  /** Where the form has the condition: `rule.which.condition`. */
  readonly at: string;
  readonly condition: Condition | undefined;
  /** What stands there without any test. */
  readonly empty?: Condition;
  /** Variables of a flow that can be tested besides the call's fields. */
  readonly variables?: readonly string[];
}

/** Tests on the call and its time, joined by "all of" and "any of", each of them possibly negated. */
export function ConditionFields(props: ConditionFieldsProps) {
  const { form, at, condition, empty, variables = [] } = props;
  const set = setterOf(form);
  return (
    <>
      <GroupFields
        group={groupOf(condition, at)}
        depth={0}
        onChange={(group) => set(at, fromGroup(group) ?? empty)}
        member={(member, place, onRemove) => (
          <Member
            {...{ form, variables, onRemove, set }}
            key={place}
            at={place}
            condition={member}
            depth={1}
          />
        )}
      />
      {form.errors[at] !== undefined && (
        <Text size="xs" c="red">
          {form.errors[at]}
        </Text>
      )}
    </>
  );
}

type Set = (at: string, condition: Condition | undefined) => void;

/** What was wrong in a part that is another one now is no longer known. */
const setterOf =
  (form: FieldsForm): Set =>
  (at, condition) => {
    for (const path of Object.keys(form.errors)) {
      if (showsErrorAt(at, path)) form.clearFieldError(path);
    }
    form.setFieldValue(at, condition);
  };

interface MemberProps {
  readonly form: FieldsForm;
  readonly at: string;
  readonly condition: Condition;
  readonly depth: number;
  readonly variables: readonly string[];
  readonly set: Set;
  readonly onRemove: () => void;
}

function Member({ at, condition, depth, ...rest }: MemberProps) {
  const { form, variables, set, onRemove } = rest;
  const { not, inner, at: place } = unwrap(condition, at);
  const change = (changed: Condition): void => set(at, changed);
  if (isTest(inner)) {
    return (
      <TestFields
        form={form}
        at={place}
        test={inner}
        not={not}
        variables={variables}
        onNegate={(negated) => change(negated ? { not: inner } : inner)}
        onChange={(test) => set(place, test)}
        onRemove={onRemove}
      />
    );
  }
  return (
    <GroupFields
      group={groupOf(condition, at)}
      depth={depth}
      onChange={(group) => change(innerGroup(group))}
      onRemove={onRemove}
      member={(member, memberAt, onRemoveMember) => (
        <Member
          {...rest}
          key={memberAt}
          at={memberAt}
          condition={member}
          depth={depth + 1}
          onRemove={onRemoveMember}
        />
      )}
    />
  );
}
