import {
  ActionIcon,
  Button,
  Card,
  Group,
  Stack,
  Switch,
  Text,
  Title,
  Tooltip,
} from '@mantine/core';
import {
  IconArrowDown,
  IconArrowUp,
  IconCopy,
  IconPencil,
  IconPlus,
  IconTrash,
  type Icon,
} from '@tabler/icons-react';
import { useState } from 'react';
import type { Rule } from '../../../shared/model/rule.ts';
import { useDesk } from '../../api/desk-context.tsx';
import { usePartRights } from '../../api/use-part-rights.ts';
import { useBulkChange } from '../../api/use-bulk-change.tsx';
import { Confirm } from '../../ui/confirm.tsx';
import { EmptyNote } from '../../ui/empty-note.tsx';
import { LockedNote } from '../../ui/locked-note.tsx';
import { RuleEditor } from './rule-editor.tsx';
import { ruleSentence } from './rule-sentence.ts';
import { RuleTrialPanel } from './rule-trial.tsx';
import { useText } from '../../i18n/use-text.ts';

const newRule = (): Rule => ({
  id: `rule-${crypto.randomUUID()}`,
  name: '',
  enabled: true,
  when: { stage: 'ringing' },
  which: { agent: 'mine', internal: false },
  actions: [],
});

/** All rules in their order, each with what it does. */
export function RulesPage() {
  const t = useText();
  const config = useDesk((desk) => desk.config);
  const { isManaged, canCreate, canEdit } = usePartRights('rules');
  const locked = !canEdit;
  const change = useBulkChange();
  const [edited, setEdited] = useState<Rule | undefined>();
  const [deleted, setDeleted] = useState<Rule | undefined>();
  const part = 'rules' as const;
  const move = (index: number, by: number): void => {
    const ids = config.rules.map(({ id }) => id);
    const [moved] = ids.splice(index, 1);
    if (moved === undefined) return;
    ids.splice(index + by, 0, moved);
    void change({ do: 'order', part, ids }, t('rules.done.ordered'));
  };
  return (
    <Stack maw={980} mx="auto">
      <Group justify="space-between">
        <Title order={1} size="h3">
          {t('rules.title')}
        </Title>
        {canCreate && (
          <Button leftSection={<IconPlus size={16} />} onClick={() => setEdited(newRule())}>
            {t('rules.add')}
          </Button>
        )}
      </Group>
      {isManaged && <LockedNote />}
      {config.rules.length === 0 ? (
        <EmptyNote text={t('rules.empty')} />
      ) : (
        <>
          {config.rules.map((rule, index) => (
            <RuleCard
              key={rule.id}
              rule={rule}
              locked={locked}
              isFirst={index === 0}
              isLast={index === config.rules.length - 1}
              onMove={(by) => move(index, by)}
              onSwitch={(on) =>
                void change(
                  { do: on ? 'enable' : 'disable', part, ids: [rule.id] },
                  on ? t('rules.done.enabled') : t('rules.done.disabled'),
                )
              }
              onEdit={() => setEdited(rule)}
              onDuplicate={() =>
                void change(
                  {
                    do: 'duplicate',
                    part,
                    copies: [
                      {
                        of: rule.id,
                        id: `rule-${crypto.randomUUID()}`,
                        name: t('definitions.copyOf', { name: rule.name }).slice(0, 200),
                      },
                    ],
                  },
                  t('rules.done.duplicated'),
                )
              }
              onDelete={() => setDeleted(rule)}
            />
          ))}
          <RuleTrialPanel />
        </>
      )}
      {edited !== undefined && (
        <RuleEditor
          key={edited.id}
          rule={edited}
          isNew={!config.rules.some(({ id }) => id === edited.id)}
          onClose={() => setEdited(undefined)}
        />
      )}
      <Confirm
        opened={deleted !== undefined}
        title={t('rules.deleteTitle')}
        text={t('rules.deleteConfirm', { name: deleted?.name ?? '' })}
        confirm={t('popups.ok')}
        cancel={t('common.cancel')}
        onCancel={() => setDeleted(undefined)}
        onConfirm={() => {
          const id = deleted?.id;
          setDeleted(undefined);
          if (id !== undefined)
            void change({ do: 'delete', part, ids: [id] }, t('rules.done.deleted'));
        }}
      />
    </Stack>
  );
}

interface RuleCardProps {
  readonly rule: Rule;
  readonly locked: boolean;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onMove: (by: number) => void;
  readonly onSwitch: (on: boolean) => void;
  readonly onEdit: () => void;
  readonly onDuplicate: () => void;
  readonly onDelete: () => void;
}

function RuleCard(props: RuleCardProps) {
  const t = useText();
  const config = useDesk((desk) => desk.config);
  const { rule, locked } = props;
  const button = (label: string, Shape: Icon, onClick: () => void, disabled = false) => (
    <Tooltip label={label}>
      <ActionIcon
        variant="subtle"
        color={Shape === IconTrash ? 'red' : 'teal'}
        aria-label={`${label}: ${rule.name}`}
        disabled={disabled}
        onClick={onClick}
      >
        <Shape size={18} />
      </ActionIcon>
    </Tooltip>
  );
  return (
    <Card withBorder padding="sm" data-testid="rule">
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Stack gap={2} style={{ minWidth: 0 }}>
          <Text fw={500} style={{ overflowWrap: 'anywhere' }}>
            {rule.name}
          </Text>
          <Text size="sm" c="dimmed">
            {ruleSentence(rule, config, t)}
          </Text>
        </Stack>
        {!locked && (
          <Group gap={4} wrap="nowrap">
            <Switch
              aria-label={t('rules.switchLabel', { name: rule.name })}
              checked={rule.enabled}
              onChange={(event) => props.onSwitch(event.currentTarget.checked)}
            />
            {button(t('rules.moveUp'), IconArrowUp, () => props.onMove(-1), props.isFirst)}
            {button(t('rules.moveDown'), IconArrowDown, () => props.onMove(1), props.isLast)}
            {button(t('common.edit'), IconPencil, props.onEdit)}
            {button(t('definitions.duplicate'), IconCopy, props.onDuplicate)}
            {button(t('common.delete'), IconTrash, props.onDelete)}
          </Group>
        )}
      </Group>
    </Card>
  );
}
