import { Button, Drawer, Group, Stack } from '@mantine/core';
import { useRef, useState, type ReactNode } from 'react';
import type { Command } from '../api/use-command.ts';
import { Confirm } from './confirm.tsx';
import classes from './editor-drawer.module.css';
import { focusInSight } from './focus-in-sight.ts';
import { isInFront, useDeskKeys } from './keys/use-desk-keys.ts';
import { ProblemList } from './problem-list.tsx';
import { useText } from '../i18n/use-text.ts';

/** What the frame knows of a form. */
interface Edited {
  readonly changed: boolean;
  readonly command: Command;
  readonly save: () => Promise<void>;
}

interface EditorDrawerProps {
  readonly title: string;
  readonly editor: Edited;
  /** A new definition may be right as it is offered, and can be saved unchanged. */
  readonly isNew?: boolean;
  /** False while something that must be there is missing. */
  readonly canSave?: boolean;
  readonly unsavedText: string;
  readonly onClose: () => void;
  /** In sight above the buttons while the form scrolls. */
  readonly footer?: ReactNode;
  /** Beside a long form: the sections it has, and what comes of it. Below each other where it is narrow. */
  readonly panes?: { readonly nav: ReactNode; readonly aside: ReactNode };
  /** The form has several columns and uses the full width. */
  readonly isWide?: boolean;
  readonly children: ReactNode;
}

/** The widest it gets, in pixels: one column stays narrow enough to read, more columns need more room. */
const widthOf = ({ panes, isWide = false }: EditorDrawerProps): number => {
  if (isWide) return 1600;
  return panes === undefined ? 960 : 1320;
};

/** The frame of every editor: saves what changed, and asks before what changed is left. */
export function EditorDrawer(props: EditorDrawerProps) {
  const { title, isNew = false, canSave = true, panes, onClose } = props;
  const { changed, command, save } = props.editor;
  const t = useText();
  const [leaving, setLeaving] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const mayBeSaved = (changed || isNew) && canSave;
  useDeskKeys({
    save() {
      if (mayBeSaved && !command.busy && isInFront(form.current)) void save();
    },
  });
  const close = (): void => {
    if (changed) setLeaving(true);
    else onClose();
  };
  return (
    <Drawer
      opened
      onClose={close}
      position="right"
      size={`min(${widthOf(props)}px, 100%)`}
      title={title}
      // The button below has the same word.
      closeButtonProps={{ 'aria-label': t('common.closeWhat', { what: title }) }}
      classNames={{ content: classes['content'] ?? '', body: classes['body'] ?? '' }}
    >
      <form
        ref={form}
        noValidate
        className={classes['form']}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        {panes === undefined ? (
          <Stack ref={focusInSight} className={classes['fields']}>
            {props.children}
          </Stack>
        ) : (
          <div ref={focusInSight} className={classes['panes']}>
            <div className={classes['nav']}>{panes.nav}</div>
            <Stack className={classes['sections']} gap="md">
              {props.children}
            </Stack>
            <div className={classes['aside']}>{panes.aside}</div>
          </div>
        )}
        <Stack gap="xs" className={classes['footer']}>
          <ProblemList problems={command.problems} />
          {props.footer}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('common.close')}
            </Button>
            <Button type="submit" disabled={!mayBeSaved} loading={command.busy}>
              {t('common.save')}
            </Button>
          </Group>
        </Stack>
      </form>
      <Confirm
        opened={leaving}
        title={t('popupForm.unsavedTitle')}
        text={props.unsavedText}
        confirm={t('popupForm.leave')}
        cancel={t('popupForm.stay')}
        onCancel={() => setLeaving(false)}
        onConfirm={onClose}
      />
    </Drawer>
  );
}
