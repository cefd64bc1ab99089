import {
  ActionIcon,
  Badge,
  Button,
  Group,
  Stack,
  Table,
  Text,
  Title,
  Tooltip,
} from '@mantine/core';
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { Popup } from '../../../shared/model/popup.ts';
import { calls } from '../../api/bridge.ts';
import { useDesk } from '../../api/desk-context.tsx';
import { useCommand } from '../../api/use-command.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Confirm } from '../../ui/confirm.tsx';
import { EmptyNote } from '../../ui/empty-note.tsx';
import { LockedNote } from '../../ui/locked-note.tsx';
import { ProblemList } from '../../ui/problem-list.tsx';
import { PopupEditor } from './popup-editor.tsx';
import { hookOf, newPopup } from './popup-draft.ts';

/** The list of popups, and the way to add, edit and delete one. */
export function PopupsPage() {
  const texts = useTexts();
  const { config } = useDesk();
  const locked = config.locked.includes('popups');
  const command = useCommand();
  const [edited, setEdited] = useState<Popup | undefined>();
  const [deleted, setDeleted] = useState<Popup | undefined>();
  const isNew = edited !== undefined && !config.popups.some(({ id }) => id === edited.id);
  return (
    <Stack maw={1100} mx="auto">
      <Group justify="space-between">
        <Title order={1} size="h3">
          {texts.popups.title}
        </Title>
        {!locked && (
          <Button leftSection={<IconPlus size={16} />} onClick={() => setEdited(newPopup())}>
            {texts.popups.add}
          </Button>
        )}
      </Group>
      {locked && <LockedNote />}
      <ProblemList problems={command.problems} />
      {config.popups.length === 0 ? (
        <EmptyNote text={texts.popups.empty} />
      ) : (
        <PopupTable locked={locked} onEdit={setEdited} onDelete={setDeleted} />
      )}
      {edited !== undefined && (
        <PopupEditor
          key={edited.id}
          popup={edited}
          isNew={isNew}
          onClose={() => setEdited(undefined)}
        />
      )}
      <Confirm
        opened={deleted !== undefined}
        title={texts.popups.deleteTitle}
        text={texts.popups.deleteConfirm(deleted?.name ?? '')}
        confirm={texts.popups.ok}
        cancel={texts.common.cancel}
        onCancel={() => setDeleted(undefined)}
        onConfirm={() => {
          const id = deleted?.id;
          setDeleted(undefined);
          if (id !== undefined) void command.run(() => calls()['popup.delete']({ id }));
        }}
      />
    </Stack>
  );
}

interface PopupTableProps {
  readonly locked: boolean;
  readonly onEdit: (popup: Popup) => void;
  readonly onDelete: (popup: Popup) => void;
}

function PopupTable({ locked, onEdit, onDelete }: PopupTableProps) {
  const texts = useTexts();
  const { config } = useDesk();
  const { columns } = texts.popups;
  return (
    <Table highlightOnHover verticalSpacing="xs">
      <Table.Thead>
        <Table.Tr>
          {[columns.name, columns.url, columns.when, columns.queue, columns.encrypted].map(
            (label) => (
              <Table.Th key={label}>{label}</Table.Th>
            ),
          )}
          <Table.Th>
            <Text size="sm" ta="right" fw={700}>
              {locked ? '' : texts.common.actions}
            </Text>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {config.popups.map((popup) => (
          <PopupRow
            key={popup.id}
            popup={popup}
            locked={locked}
            onEdit={() => onEdit(popup)}
            onDelete={() => onDelete(popup)}
          />
        ))}
      </Table.Tbody>
    </Table>
  );
}

interface PopupRowProps {
  readonly popup: Popup;
  readonly locked: boolean;
  readonly onEdit: () => void;
  readonly onDelete: () => void;
}

function PopupRow({ popup, locked, onEdit, onDelete }: PopupRowProps) {
  const texts = useTexts();
  const { config } = useDesk();
  const hook = hookOf(popup.id, config.hooks);
  const queues = hook?.which.queues ?? [];
  const keyMissing =
    popup.encryption !== undefined && config.secrets[popup.encryption.key.secret] !== 'ready';
  return (
    <Table.Tr data-testid="popup-row">
      <Table.Td>
        <Group gap="xs" wrap="nowrap">
          <Text fw={500} style={{ overflowWrap: 'anywhere' }}>
            {popup.name}
          </Text>
          {!popup.enabled && (
            <Badge color="gray" variant="light" tt="none">
              {texts.popups.off}
            </Badge>
          )}
        </Group>
      </Table.Td>
      <Table.Td maw={320}>
        <Text size="sm" truncate title={popup.url}>
          {popup.url}
        </Text>
      </Table.Td>
      <Table.Td>{hook === undefined ? texts.popups.noHook : texts.stage[hook.when.stage]}</Table.Td>
      <Table.Td>{queues.length === 0 ? texts.popups.anyQueue : queues.join(', ')}</Table.Td>
      <Table.Td>
        {popup.encryption === undefined ? texts.popups.no : texts.popups.yes}
        {keyMissing && (
          <Text size="sm" c="red">
            {texts.popups.keyMissing}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        {!locked && (
          <Group gap={4} justify="flex-end" wrap="nowrap">
            <Tooltip label={texts.common.edit}>
              <ActionIcon
                variant="subtle"
                aria-label={`${texts.common.edit}: ${popup.name}`}
                onClick={onEdit}
              >
                <IconPencil size={18} />
              </ActionIcon>
            </Tooltip>
            <Tooltip label={texts.common.delete}>
              <ActionIcon
                variant="subtle"
                color="red"
                aria-label={`${texts.common.delete}: ${popup.name}`}
                onClick={onDelete}
              >
                <IconTrash size={18} />
              </ActionIcon>
            </Tooltip>
          </Group>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
