import { Button, Group, Stack, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { Popup } from '../../../shared/model/popup.ts';
import { useDesk } from '../../api/desk-context.tsx';
import { useSought, useWay } from '../../api/place-context.tsx';
import { usePartRights } from '../../api/use-part-rights.ts';
import { EmptyNote } from '../../ui/empty-note.tsx';
import { LockedNote } from '../../ui/locked-note.tsx';
import { PopupEditor } from './popup-editor.tsx';
import { PopupList } from './popup-list.tsx';
import { newPopup } from './popup-draft.ts';
import { useText } from '../../i18n/use-text.ts';

/** The list of popups, and the way to add and edit one. */
export function PopupsPage() {
  const t = useText();
  const config = useDesk((desk) => desk.config);
  const { canCreate, canEdit } = usePartRights('popups');
  const locked = !canEdit;
  const [edited, setEdited] = useState(useFirstEdited());
  const isNew = edited !== undefined && !config.popups.some(({ id }) => id === edited.id);
  return (
    <Stack maw={1400} mx="auto">
      <Group justify="space-between">
        <Title order={1} size="h3">
          {t('popups.title')}
        </Title>
        {canCreate && (
          <Button leftSection={<IconPlus size={16} />} onClick={() => setEdited(newPopup())}>
            {t('popups.add')}
          </Button>
        )}
      </Group>
      <LockedNote part="popups" />
      {config.popups.length === 0 ? (
        <EmptyNote text={t('popups.empty')} />
      ) : (
        <PopupList locked={locked} onEdit={setEdited} />
      )}
      {edited !== undefined && (
        <PopupEditor
          key={edited.id}
          popup={edited}
          isNew={isNew}
          onClose={() => setEdited(undefined)}
        />
      )}
    </Stack>
  );
}

/** The popup that a person came for, or the first one of a desk that is being set up. */
function useFirstEdited(): Popup | undefined {
  const t = useText();
  const { popups } = useDesk((desk) => desk.config);
  const { canCreate, canEdit } = usePartRights('popups');
  const { adds } = useWay().place;
  const sought = useSought('popups', popups, canEdit);
  return adds === true && canCreate ? { ...newPopup(), name: t('setup.popupName') } : sought;
}
