import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import type { BulkChange } from '../../shared/config/bulk-change.ts';
import type { Texts } from '../i18n/en.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { calls } from './bridge.ts';

/** Long enough to notice, to read and to click (milliseconds). */
const undoFor = 15_000;

/** Changes many definitions and offers to undo it. What goes wrong is said in the same place. */
export function useBulkChange(): (change: BulkChange, done: string) => Promise<boolean> {
  const texts = useTexts();
  return useCallback(
    async (change, done) => {
      const reply = await calls()['definitions.change'](change);
      if (!reply.ok) {
        notifications.show({
          color: 'red',
          message: reply.problems.map(({ message }) => message).join(' '),
          autoClose: false,
        });
        return false;
      }
      showUndo(reply.value.ticket, done, texts);
      return true;
    },
    [texts],
  );
}

/** Says what was done, with a way back. */
export function showUndo(ticket: string, done: string, texts: Texts): void {
  notifications.show({
    id: ticket,
    autoClose: undoFor,
    withCloseButton: true,
    closeButtonProps: { 'aria-label': texts.common.dismiss },
    message: (
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">{done}</Text>
        <Button size="compact-sm" variant="light" onClick={() => void undo(ticket)}>
          {texts.common.undo}
        </Button>
      </Group>
    ),
  });
}

async function undo(ticket: string): Promise<void> {
  notifications.hide(ticket);
  const reply = await calls()['definitions.undo']({ ticket });
  if (reply.ok) return;
  notifications.show({
    color: 'red',
    message: reply.problems.map(({ message }) => message).join(' '),
  });
}
