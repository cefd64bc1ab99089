import { Button, Group } from '@mantine/core';
import type { Command } from '../api/use-command.ts';
import { ProblemList } from './problem-list.tsx';
import { useText } from '../i18n/use-text.ts';

interface DialogFooterProps {
  readonly command: Command;
  /** What the button does. */
  readonly confirm: string;
  /** True where it takes something away that cannot be had back. */
  readonly isDestructive?: boolean;
  readonly disabled?: boolean;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/** The end of a dialog: what went wrong, and its two buttons. */
export function DialogFooter(props: DialogFooterProps) {
  const { command, confirm, isDestructive = false, disabled = false, onConfirm, onCancel } = props;
  const t = useText();
  return (
    <>
      <ProblemList problems={command.problems} />
      <Group justify="flex-end">
        <Button variant="default" onClick={onCancel}>
          {t('common.cancel')}
        </Button>
        <Button
          loading={command.busy}
          disabled={disabled}
          {...(isDestructive && { color: 'red' })}
          onClick={onConfirm}
        >
          {confirm}
        </Button>
      </Group>
    </>
  );
}
