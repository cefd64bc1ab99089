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
import type { Hook } from '../../../shared/model/hook.ts';
import { useDesk } from '../../api/desk-context.tsx';
import { usePartRights } from '../../api/use-part-rights.ts';
import { useBulkChange } from '../../api/use-bulk-change.tsx';
import { useTexts } from '../../i18n/use-texts.ts';
import { Confirm } from '../../ui/confirm.tsx';
import { EmptyNote } from '../../ui/empty-note.tsx';
import { LockedNote } from '../../ui/locked-note.tsx';
import { HookEditor } from './hook-editor.tsx';
import { hookSentence } from './hook-sentence.ts';
import { HookTrialPanel } from './hook-trial.tsx';

const newHook = (): Hook => ({
  id: `hook-${crypto.randomUUID()}`,
  name: '',
  enabled: true,
  when: { stage: 'ringing' },
  which: { agent: 'mine', internal: false },
  actions: [],
});

/** All hooks in their order, each with what it does. */
export function HooksPage() {
  const texts = useTexts();
  const form = texts.hooks;
  const { config } = useDesk();
  const { isManaged, canCreate, canEdit } = usePartRights('hooks');
  const locked = !canEdit;
  const change = useBulkChange();
  const [edited, setEdited] = useState<Hook | undefined>();
  const [deleted, setDeleted] = useState<Hook | undefined>();
  const part = 'hooks' as const;
  const move = (index: number, by: number): void => {
    const ids = config.hooks.map(({ id }) => id);
    const [moved] = ids.splice(index, 1);
    if (moved === undefined) return;
    ids.splice(index + by, 0, moved);
    void change({ do: 'order', part, ids }, form.done.ordered);
  };
  return (
    <Stack maw={980} mx="auto">
      <Group justify="space-between">
        <Title order={1} size="h3">
          {form.title}
        </Title>
        {canCreate && (
          <Button leftSection={<IconPlus size={16} />} onClick={() => setEdited(newHook())}>
            {form.add}
          </Button>
        )}
      </Group>
      {isManaged && <LockedNote />}
      {config.hooks.length === 0 ? (
        <EmptyNote text={form.empty} />
      ) : (
        <>
          {config.hooks.map((hook, index) => (
            <HookCard
              key={hook.id}
              hook={hook}
              locked={locked}
              isFirst={index === 0}
              isLast={index === config.hooks.length - 1}
              onMove={(by) => move(index, by)}
              onSwitch={(on) =>
                void change(
                  { do: on ? 'enable' : 'disable', part, ids: [hook.id] },
                  on ? form.done.enabled : form.done.disabled,
                )
              }
              onEdit={() => setEdited(hook)}
              onDuplicate={() =>
                void change(
                  {
                    do: 'duplicate',
                    part,
                    copies: [
                      {
                        of: hook.id,
                        id: `hook-${crypto.randomUUID()}`,
                        name: texts.definitions.copyOf(hook.name).slice(0, 200),
                      },
                    ],
                  },
                  form.done.duplicated,
                )
              }
              onDelete={() => setDeleted(hook)}
            />
          ))}
          <HookTrialPanel />
        </>
      )}
      {edited !== undefined && (
        <HookEditor
          key={edited.id}
          hook={edited}
          isNew={!config.hooks.some(({ id }) => id === edited.id)}
          onClose={() => setEdited(undefined)}
        />
      )}
      <Confirm
        opened={deleted !== undefined}
        title={form.deleteTitle}
        text={form.deleteConfirm(deleted?.name ?? '')}
        confirm={texts.popups.ok}
        cancel={texts.common.cancel}
        onCancel={() => setDeleted(undefined)}
        onConfirm={() => {
          const id = deleted?.id;
          setDeleted(undefined);
          if (id !== undefined) void change({ do: 'delete', part, ids: [id] }, form.done.deleted);
        }}
      />
    </Stack>
  );
}

interface HookCardProps {
  readonly hook: Hook;
  readonly locked: boolean;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onMove: (by: number) => void;
  readonly onSwitch: (on: boolean) => void;
  readonly onEdit: () => void;
  readonly onDuplicate: () => void;
  readonly onDelete: () => void;
}

function HookCard(props: HookCardProps) {
  const texts = useTexts();
  const form = texts.hooks;
  const { config } = useDesk();
  const { hook, locked } = props;
  const button = (label: string, Shape: Icon, onClick: () => void, disabled = false) => (
    <Tooltip label={label}>
      <ActionIcon
        variant="subtle"
        color={Shape === IconTrash ? 'red' : 'teal'}
        aria-label={`${label}: ${hook.name}`}
        disabled={disabled}
        onClick={onClick}
      >
        <Shape size={18} />
      </ActionIcon>
    </Tooltip>
  );
  return (
    <Card withBorder padding="sm" data-testid="hook">
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Stack gap={2} style={{ minWidth: 0 }}>
          <Text fw={500} style={{ overflowWrap: 'anywhere' }}>
            {hook.name}
          </Text>
          <Text size="sm" c="dimmed">
            {hookSentence(hook, config, texts)}
          </Text>
        </Stack>
        {!locked && (
          <Group gap={4} wrap="nowrap">
            <Switch
              aria-label={form.switchLabel(hook.name)}
              checked={hook.enabled}
              onChange={(event) => props.onSwitch(event.currentTarget.checked)}
            />
            {button(form.moveUp, IconArrowUp, () => props.onMove(-1), props.isFirst)}
            {button(form.moveDown, IconArrowDown, () => props.onMove(1), props.isLast)}
            {button(texts.common.edit, IconPencil, props.onEdit)}
            {button(texts.definitions.duplicate, IconCopy, props.onDuplicate)}
            {button(texts.common.delete, IconTrash, props.onDelete)}
          </Group>
        )}
      </Group>
    </Card>
  );
}
