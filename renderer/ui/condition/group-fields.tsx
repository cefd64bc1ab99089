import { Button, Group as Row, Paper, SegmentedControl, Stack } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Condition } from '../../../shared/model/condition.ts';
import { useText } from '../../i18n/use-text.ts';
import { newTest, newTimeTest, newWeekdayTest, type Group } from './condition-draft.ts';
import { NotBox, RemoveButton } from './test-fields.tsx';

/** Deeper than anybody can read. */
const maxDepth = 4;

interface GroupFieldsProps {
  readonly group: Group;
  readonly depth: number;
  readonly member: (condition: Condition, at: string, onRemove: () => void) => ReactNode;
  readonly onChange: (group: Group) => void;
  readonly onRemove?: () => void;
}

/** The members of a group, and what can be added to it. */
export function GroupFields({ group, depth, member, onChange, onRemove }: GroupFieldsProps) {
  const { members } = group;
  const setMembers = (changed: readonly Condition[]): void =>
    onChange({ ...group, members: changed });
  return (
    <Paper withBorder={depth > 0} p={depth > 0 ? 'xs' : 0}>
      <Stack gap="xs">
        {(members.length > 1 || depth > 0 || group.not) && (
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
