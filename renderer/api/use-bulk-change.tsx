import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import type { BulkChange } from '../../shared/config/bulk-change.ts';
import type { TranslateMessage } from '../../shared/i18n/translate-message.ts';
import type { Problem } from '../../shared/result.ts';
import type { Texts } from '../i18n/en.ts';
import { useSay, useTexts } from '../i18n/use-texts.ts';
import { calls } from './bridge.ts';
import { showProblems } from './show-problems.ts';

/** Long enough to notice, to read and to click (milliseconds). */
const undoFor = 15_000;

/** Changes many definitions and offers to undo it. Problems are shown in the same place. */
export function useBulkChange(): (change: BulkChange, done: string) => Promise<boolean> {
  const texts = useTexts();
  const say = useSay();
  return useCallback(
    async (change, done) => {
      const reply = await calls()['definitions.change'](change);
      if (!reply.ok) {
        notifications.show({
          color: 'red',
          message: said(reply.problems, say),
          autoClose: false,
        });
        return false;
      }
      showUndo(reply.value.ticket, done, texts, say);
      return true;
    },
    [texts, say],
  );
}

/** Confirms a change and offers to undo it. */
export function showUndo(ticket: string, done: string, texts: Texts, say: TranslateMessage): void {
  notifications.show({
    id: ticket,
    autoClose: undoFor,
    withCloseButton: true,
    closeButtonProps: { 'aria-label': texts.common.dismiss },
    message: (
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">{done}</Text>
        <Button size="compact-sm" variant="light" onClick={() => void undo(ticket, say)}>
          {texts.common.undo}
        </Button>
      </Group>
    ),
  });
}

const said = (problems: readonly Problem[], say: TranslateMessage): string =>
  problems.map(({ message }) => say(message)).join(' ');

async function undo(ticket: string, say: TranslateMessage): Promise<void> {
  notifications.hide(ticket);
  const reply = await calls()['definitions.undo']({ ticket });
  if (reply.ok) return;
  showProblems(reply.problems, say);
}
