import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import type { BulkChange } from '../../shared/config/bulk-change.ts';
import { calls } from './bridge.ts';
import { problemsText } from './problems-text.ts';
import { showProblems } from './show-problems.ts';
import { useText } from '../i18n/use-text.ts';
import type { Translate } from '../../shared/text/translate.ts';

/** Long enough to notice, to read and to click (milliseconds). */
const undoFor = 15_000;

/** Changes many definitions and offers to undo it. Problems are shown in the same place. */
export function useBulkChange(): (change: BulkChange, done: string) => Promise<boolean> {
  const t = useText();
  return useCallback(
    async (change, done) => {
      const reply = await calls()['definitions.change'](change);
      if (!reply.ok) {
        notifications.show({
          color: 'red',
          message: problemsText(reply.problems, t),
          autoClose: false,
        });
        return false;
      }
      showUndo(reply.value.ticket, done, t);
      return true;
    },
    [t],
  );
}

/** Confirms a change and offers to undo it. */
export function showUndo(ticket: string, done: string, t: Translate): void {
  notifications.show({
    id: ticket,
    autoClose: undoFor,
    withCloseButton: true,
    closeButtonProps: { 'aria-label': t('common.dismiss') },
    message: (
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">{done}</Text>
        <Button size="compact-sm" variant="light" onClick={() => void undo(ticket, t)}>
          {t('common.undo')}
        </Button>
      </Group>
    ),
  });
}

async function undo(ticket: string, t: Translate): Promise<void> {
  notifications.hide(ticket);
  const reply = await calls()['definitions.undo']({ ticket });
  if (reply.ok) return;
  showProblems(reply.problems, t);
}
