import { Button, Drawer, Group, Stack, Switch, TextInput } from '@mantine/core';
import { useState } from 'react';
import { outdatedPath } from '../../../shared/ipc/contract.ts';
import type { Hook } from '../../../shared/model/hook.ts';
import type { Popup, PopupInput } from '../../../shared/model/popup.ts';
import { calls } from '../../api/bridge.ts';
import { useDesk } from '../../api/desk-context.tsx';
import { useCommand } from '../../api/use-command.ts';
import { useDraft } from '../../api/use-draft.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Confirm } from '../../ui/confirm.tsx';
import { ProblemList } from '../../ui/problem-list.tsx';
import { CallDataFields } from './call-data-fields.tsx';
import { EncryptionFields } from './encryption-fields.tsx';
import { ExtraParameters } from './extra-parameters.tsx';
import { hookOf, newHook } from './popup-draft.ts';
import { PopupPreview } from './popup-preview.tsx';
import { SignInFields } from './sign-in-fields.tsx';
import { WhenFields } from './when-fields.tsx';
import { WindowFields } from './window-fields.tsx';

interface PopupEditorProps {
  readonly popup: Popup;
  readonly isNew: boolean;
  /** False where a hook is being made that will open it: it needs none of its own. */
  readonly withHook?: boolean;
  /** Before it closes, where it was saved. */
  readonly onSaved?: (() => void) | undefined;
  readonly onClose: () => void;
}

/** Gives the message at a field of the popup, where the last attempt to save found one. */
export type ProblemAt = (path: string) => string | undefined;

/** The form of one popup, with the hook that opens it. */
export function PopupEditor({ popup, isNew, withHook = true, onSaved, onClose }: PopupEditorProps) {
  const texts = useTexts();
  const { config } = useDesk();
  const command = useCommand();
  const [draft, setDraft] = useDraft<PopupInput>(popup, command);
  const [initialHook] = useState(() => hookOf(popup.id, config.hooks) ?? newHook(popup.id));
  const [hook, setHook] = useState<Hook>(initialHook);
  const [leaving, setLeaving] = useState(false);
  const changed = JSON.stringify([draft, hook]) !== JSON.stringify([popup, initialHook]);

  const problemAt: ProblemAt = (path) =>
    command.problemAt(`popup.${path}`) ?? command.problemAt(path);
  const save = async (): Promise<void> => {
    const named = { ...hook, name: hook.name === '-' ? draft.name : hook.name };
    // A second press, after the warning, saves over what was changed elsewhere.
    const expected =
      command.problemAt(outdatedPath) !== undefined ? 'any' : JSON.stringify(isNew ? null : popup);
    const hooks = withHook ? [named] : [];
    if (!(await command.run(() => calls()['popup.save']({ popup: draft, hooks, expected }))))
      return;
    onSaved?.();
    onClose();
  };
  const form = texts.popupForm;
  return (
    <Drawer
      opened
      onClose={() => (changed ? setLeaving(true) : onClose())}
      position="right"
      size="min(960px, 100%)"
      title={isNew ? form.addTitle : form.editTitle}
      closeButtonProps={{ 'aria-label': texts.common.close }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Stack>
          <TextInput
            label={form.name}
            required
            data-autofocus
            value={draft.name}
            error={problemAt('name')}
            onChange={(event) => setDraft({ ...draft, name: event.currentTarget.value })}
          />
          <TextInput
            label={form.url}
            description={form.urlHint}
            placeholder="https://crm.example.com/call"
            required
            value={draft.url}
            error={problemAt('url')}
            onChange={(event) => setDraft({ ...draft, url: event.currentTarget.value })}
          />
          <Switch
            label={form.enabled}
            checked={draft.enabled}
            onChange={(event) => setDraft({ ...draft, enabled: event.currentTarget.checked })}
          />
          {withHook && <WhenFields hook={hook} onChange={setHook} />}
          <CallDataFields draft={draft} onChange={setDraft} />
          <ExtraParameters draft={draft} onChange={setDraft} problemAt={problemAt} />
          <EncryptionFields draft={draft} onChange={setDraft} problemAt={problemAt} />
          <WindowFields draft={draft} onChange={setDraft} problemAt={problemAt} />
          <SignInFields draft={draft} onChange={setDraft} problemAt={problemAt} />
          <ProblemList problems={command.problems} />
          <Stack
            gap="xs"
            pb="sm"
            bg="var(--mantine-color-body)"
            // Stays in sight while the form scrolls: each keystroke shows what it does.
            style={{ position: 'sticky', bottom: 0, zIndex: 1 }}
          >
            <PopupPreview draft={draft} />
            <Group justify="flex-end">
              <Button variant="default" onClick={() => (changed ? setLeaving(true) : onClose())}>
                {texts.common.close}
              </Button>
              <Button type="submit" disabled={!changed} loading={command.busy}>
                {texts.common.save}
              </Button>
            </Group>
          </Stack>
        </Stack>
      </form>
      <Confirm
        opened={leaving}
        title={form.unsavedTitle}
        text={form.unsavedText}
        confirm={form.leave}
        cancel={form.stay}
        onCancel={() => setLeaving(false)}
        onConfirm={onClose}
      />
    </Drawer>
  );
}
