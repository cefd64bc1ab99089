import { ActionIcon, Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { Source } from '../../../shared/model/source.ts';
import { useDesk } from '../../api/desk-context.tsx';
import { usePartRights } from '../../api/use-part-rights.ts';
import { useBulkChange } from '../../api/use-bulk-change.tsx';
import { useTexts } from '../../i18n/use-texts.ts';
import { Confirm } from '../../ui/confirm.tsx';
import { EmptyNote } from '../../ui/empty-note.tsx';
import { LockedNote } from '../../ui/locked-note.tsx';
import { SourceEditor } from './source-editor.tsx';
import { newSource } from './source-draft.ts';

export function SourcesPage() {
  const texts = useTexts();
  const { config } = useDesk();
  const { isManaged, canCreate, canEdit } = usePartRights('sources');
  const locked = !canEdit;
  const change = useBulkChange();
  const [edited, setEdited] = useState<Source | undefined>();
  const [deleted, setDeleted] = useState<Source | undefined>();
  return (
    <Stack maw={980} mx="auto">
      <Group justify="space-between">
        <Title order={1} size="h3">
          {texts.sources.title}
        </Title>
        {canCreate && (
          <Button leftSection={<IconPlus size={16} />} onClick={() => setEdited(newSource())}>
            {texts.sources.add}
          </Button>
        )}
      </Group>
      {isManaged && <LockedNote />}
      {config.sources.length === 0 && <EmptyNote text={texts.sources.empty} />}
      {config.sources.map((source) => (
        <SourceCard
          key={source.id}
          source={source}
          locked={locked}
          onEdit={() => setEdited(source)}
          onDelete={() => setDeleted(source)}
        />
      ))}
      {edited !== undefined && (
        <SourceEditor key={edited.id} source={edited} onClose={() => setEdited(undefined)} />
      )}
      <Confirm
        opened={deleted !== undefined}
        title={texts.sources.deleteTitle}
        text={texts.sources.deleteConfirm(deleted?.name ?? '')}
        confirm={texts.popups.ok}
        cancel={texts.common.cancel}
        onCancel={() => setDeleted(undefined)}
        onConfirm={() => {
          const id = deleted?.id;
          setDeleted(undefined);
          if (id !== undefined)
            void change({ do: 'delete', part: 'sources', ids: [id] }, texts.sources.deleted);
        }}
      />
    </Stack>
  );
}

interface SourceCardProps {
  readonly source: Source;
  readonly locked: boolean;
  readonly onEdit: () => void;
  readonly onDelete: () => void;
}

function SourceCard({ source, locked, onEdit, onDelete }: SourceCardProps) {
  const texts = useTexts();
  return (
    <Card withBorder>
      <Group justify="space-between" wrap="nowrap">
        <div style={{ minWidth: 0 }}>
          <Text fw={500}>{source.name}</Text>
          <Text size="sm" c="dimmed" truncate>
            {source.transport.url}
          </Text>
        </div>
        {!locked && (
          <Group gap={4} wrap="nowrap">
            <ActionIcon
              variant="subtle"
              aria-label={`${texts.common.edit}: ${source.name}`}
              onClick={onEdit}
            >
              <IconPencil size={18} />
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              color="red"
              aria-label={`${texts.common.delete}: ${source.name}`}
              onClick={onDelete}
            >
              <IconTrash size={18} />
            </ActionIcon>
          </Group>
        )}
      </Group>
    </Card>
  );
}
