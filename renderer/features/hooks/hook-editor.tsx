import { Alert, Button, Drawer, Group, Stack, Switch, TextInput } from '@mantine/core';
import { useState } from 'react';
import { outdatedPath } from '../../../shared/ipc/contract.ts';
import type { Hook } from '../../../shared/model/hook.ts';
import { calls } from '../../api/bridge.ts';
import { useDesk } from '../../api/desk-context.tsx';
import { useCommand } from '../../api/use-command.ts';
import { useDraft } from '../../api/use-draft.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Confirm } from '../../ui/confirm.tsx';
import { ProblemList } from '../../ui/problem-list.tsx';
import { HookActions } from './hook-actions.tsx';
import { HookFilters } from './hook-filters.tsx';
import { hookSentence } from './hook-sentence.ts';
import { HookTrialPanel } from './hook-trial.tsx';
import { StageField } from '../../ui/stage-field.tsx';

interface HookEditorProps {
  readonly hook: Hook;
  readonly isNew: boolean;
  readonly onClose: () => void;
}

/** The form of one hook: when, for which calls, and what it does. */
export function HookEditor({ hook, isNew, onClose }: HookEditorProps) {
  const texts = useTexts();
  const form = texts.hooks;
  const { config } = useDesk();
  const command = useCommand();
  const [draft, setDraft] = useDraft<Hook>(hook, command);
  const [leaving, setLeaving] = useState(false);
  const changed = JSON.stringify(draft) !== JSON.stringify(hook);
  const problemAt = (path: string) => command.problemAt(`hook.${path}`);
  const close = (): void => {
    if (changed) setLeaving(true);
    else onClose();
  };
  const save = async (): Promise<void> => {
    // A second press, after the warning, saves over what was changed elsewhere.
    const outdated = command.problemAt(outdatedPath) !== undefined;
    const expected = outdated ? 'any' : JSON.stringify(isNew ? null : hook);
    if (await command.run(() => calls()['hook.save']({ hook: draft, expected }))) onClose();
  };
  return (
    <Drawer
      opened
      onClose={close}
      position="right"
      size="min(900px, 100%)"
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
          <StageField
            stage={draft.when.stage}
            onChange={(stage) => setDraft({ ...draft, when: { stage } })}
          />
          <HookFilters hook={draft} problems={command.problems} onChange={setDraft} />
          <HookActions
            hook={draft}
            problem={problemAt('actions')}
            onChange={(actions) => setDraft({ ...draft, actions })}
          />
          <Switch
            label={form.enabled}
            checked={draft.enabled}
            onChange={(event) => setDraft({ ...draft, enabled: event.currentTarget.checked })}
          />
          <HookTrialPanel draft={draft} />
          <ProblemList problems={command.problems} />
          <Stack
            gap="xs"
            pb="sm"
            bg="var(--mantine-color-body)"
            // Stays in sight while the form scrolls: each change shows what it does.
            style={{ position: 'sticky', bottom: 0, zIndex: 1 }}
          >
            <Alert variant="light" data-testid="hook-sentence" role="status">
              {hookSentence(draft, config, texts)}
            </Alert>
            <Group justify="flex-end">
              <Button variant="default" onClick={close}>
                {texts.common.close}
              </Button>
              <Button
                type="submit"
                disabled={!changed || draft.actions.length === 0}
                loading={command.busy}
              >
                {texts.common.save}
              </Button>
            </Group>
          </Stack>
        </Stack>
      </form>
      <Confirm
        opened={leaving}
        title={texts.popupForm.unsavedTitle}
        text={form.unsavedText}
        confirm={texts.popupForm.leave}
        cancel={texts.popupForm.stay}
        onCancel={() => setLeaving(false)}
        onConfirm={onClose}
      />
    </Drawer>
  );
}
