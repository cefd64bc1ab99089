import { Button, Group, Stack, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useDesk } from '../../api/desk-context.tsx';
import { useSought } from '../../api/place-context.tsx';
import { usePartRights } from '../../api/use-part-rights.ts';
import { EmptyNote } from '../../ui/empty-note.tsx';
import { SourcesIcon } from '../../ui/icons/page-icons.tsx';
import { LockedNote } from '../../ui/locked-note.tsx';
import { ConnectPage } from './connect/connect-page.tsx';
import { SourceList } from './source-list.tsx';
import { SourceEditor } from './source-editor.tsx';
import { newSource } from './source-draft.ts';
import { useText } from '../../i18n/use-text.ts';

export function SourcesPage() {
  const t = useText();
  const config = useDesk((desk) => desk.config);
  const { canCreate, canEdit } = usePartRights('sources');
  const [edited, setEdited] = useState(useSought('sources', config.sources, canEdit));
  // The steps show an address, which only those may see who may change it.
  const canConnect = canCreate && canEdit;
  const [connecting, setConnecting] = useState(canConnect && config.sources.length === 0);
  const editor = edited !== undefined && (
    <SourceEditor
      key={edited.id}
      source={edited}
      onClose={() => setEdited(undefined)}
      onSaved={() => setConnecting(false)}
    />
  );
  if (connecting) {
    return (
      <>
        <ConnectPage onLeave={() => setConnecting(false)} onAdd={() => setEdited(newSource())} />
        {editor}
      </>
    );
  }
  return (
    <Stack maw={1200} mx="auto">
      <Group justify="space-between">
        <Title order={1} size="h3">
          {t('sources.title')}
        </Title>
        <Group>
          {canConnect && (
            <Button
              variant="default"
              leftSection={<SourcesIcon size={18} />}
              onClick={() => setConnecting(true)}
            >
              {t('connect.title')}
            </Button>
          )}
          {canCreate && (
            <Button leftSection={<IconPlus size={16} />} onClick={() => setEdited(newSource())}>
              {t('sources.add')}
            </Button>
          )}
        </Group>
      </Group>
      <LockedNote part="sources" />
      {config.sources.length === 0 && <EmptyNote text={t('sources.empty')} />}
      {config.sources.length > 0 && <SourceList locked={!canEdit} onEdit={setEdited} />}
      {editor}
    </Stack>
  );
}
