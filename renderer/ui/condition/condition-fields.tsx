import { Button, Group as Row, Paper, SegmentedControl, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { isTest, type Condition } from '../../../shared/model/condition.ts';
import { showsErrorAt } from '../../forms/form-errors.ts';
import type { FieldsForm } from '../../forms/use-command-form.ts';
import { useText } from '../../i18n/use-text.ts';
import {
  fromGroup,
  groupOf,
  innerGroup,
  newTest,
  newTimeTest,
  newWeekdayTest,
  unwrap,
  type Group,
} from './condition-draft.ts';
import { NotBox, RemoveButton, TestFields } from './test-fields.tsx';

/** Deeper than anybody can read. */
const maxDepth = 4;

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

interface GroupFieldsProps {
  readonly group: Group;
  readonly depth: number;
  readonly member: (condition: Condition, at: string, onRemove: () => void) => React.ReactNode;
  readonly onChange: (group: Group) => void;
  readonly onRemove?: () => void;
}

function GroupFields({ group, depth, member, onChange, onRemove }: GroupFieldsProps) {
  const { members } = group;
  const setMembers = (changed: readonly Condition[]): void =>
    onChange({ ...group, members: changed });
  return (
    <Paper withBorder={depth > 0} p={depth > 0 ? 'xs' : 0}>
      <Stack gap="xs">
        {(members.length > 1 || depth > 0) && (
          <GroupHead group={group} onChange={onChange} onRemove={onRemove} />
        )}
        {members.map((one, index) =>
          member(one, group.at(index), () => setMembers(members.filter((_, at) => at !== index))),
        )}
        <AddButtons
          canNest={depth < maxDepth && members.length > 0}
          onAdd={(added) => setMembers([...members, added])}
        />
      </Stack>
    </Paper>
  );
}

interface GroupHeadProps extends Pick<GroupFieldsProps, 'group' | 'onChange'> {
  readonly onRemove: (() => void) | undefined;
}

function GroupHead({ group, onChange, onRemove }: GroupHeadProps) {
  const t = useText();
  return (
    <Row>
      <SegmentedControl
        size="xs"
        aria-label={t('rules.join')}
        data={[
          { value: 'all', label: t('rules.all') },
          { value: 'any', label: t('rules.any') },
        ]}
        value={group.joint}
        onChange={(joint) => onChange({ ...group, joint: joint === 'any' ? 'any' : 'all' })}
      />
      <NotBox checked={group.not} onChange={(not) => onChange({ ...group, not })} />
      {onRemove !== undefined && <RemoveButton label={t('rules.removeGroup')} onClick={onRemove} />}
    </Row>
  );
}

interface AddButtonsProps {
  readonly canNest: boolean;
  readonly onAdd: (condition: Condition) => void;
}

function AddButtons({ canNest, onAdd }: AddButtonsProps) {
  const t = useText();
  const button = (label: string, added: () => Condition) => (
    <Button
      size="xs"
      variant="light"
      leftSection={<IconPlus size={14} />}
      onClick={() => onAdd(added())}
    >
      {label}
    </Button>
  );
  return (
    <Row gap="xs">
      {button(t('rules.addTest'), newTest)}
      {button(t('rules.addTime'), newTimeTest)}
      {button(t('rules.addWeekdays'), newWeekdayTest)}
      {canNest && button(t('rules.addGroup'), () => ({ any: [newTest()] }))}
    </Row>
  );
}
