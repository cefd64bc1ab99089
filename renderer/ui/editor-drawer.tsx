import { Button, Drawer, Group, Stack } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { Command } from '../api/use-command.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { Confirm } from './confirm.tsx';
import classes from './editor-drawer.module.css';
import { ProblemList } from './problem-list.tsx';

interface EditorDrawerProps {
  readonly title: string;
  readonly changed: boolean;
  /** False while something that must be there is missing. */
  readonly canSave?: boolean;
  readonly unsavedText: string;
  readonly command: Command;
  readonly onSave: () => Promise<void>;
  readonly onClose: () => void;
  /** In sight above the buttons while the form scrolls. */
  readonly footer?: ReactNode;
  readonly children: ReactNode;
}

/** The frame of every editor: saves what changed, and asks before what changed is left. */
export function EditorDrawer(props: EditorDrawerProps) {
  const { title, changed, canSave = true, command, onSave, onClose } = props;
  const texts = useTexts();
  const [leaving, setLeaving] = useState(false);
  const close = (): void => {
    if (changed) setLeaving(true);
    else onClose();
  };
  return (
    <Drawer
      opened
      onClose={close}
      position="right"
      size="min(960px, 100%)"
      title={title}
      closeButtonProps={{ 'aria-label': texts.common.close }}
      classNames={{ content: classes['content'] ?? '', body: classes['body'] ?? '' }}
    >
      <form
        noValidate
        className={classes['form']}
        onSubmit={(event) => {
          event.preventDefault();
          void onSave();
        }}
      >
        <Stack className={classes['fields']}>{props.children}</Stack>
        <Stack gap="xs" className={classes['footer']}>
          <ProblemList problems={command.problems} />
          {props.footer}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {texts.common.close}
            </Button>
            <Button type="submit" disabled={!changed || !canSave} loading={command.busy}>
              {texts.common.save}
            </Button>
          </Group>
        </Stack>
      </form>
      <Confirm
        opened={leaving}
        title={texts.popupForm.unsavedTitle}
        text={props.unsavedText}
        confirm={texts.popupForm.leave}
        cancel={texts.popupForm.stay}
        onCancel={() => setLeaving(false)}
        onConfirm={onClose}
      />
    </Drawer>
  );
}
