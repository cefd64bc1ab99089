import { Alert, Switch, TextInput } from '@mantine/core';
import type { Hook } from '../../../shared/model/hook.ts';
import { calls } from '../../api/bridge.ts';
import { useDesk } from '../../api/desk-context.tsx';
import { useEditor } from '../../api/use-editor.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { EditorDrawer } from '../../ui/editor-drawer.tsx';
import { StageField } from '../../ui/stage-field.tsx';
import { HookActions } from './hook-actions.tsx';
import { HookFilters } from './hook-filters.tsx';
import { hookSentence } from './hook-sentence.ts';
import { HookTrialPanel } from './hook-trial.tsx';

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
  const editor = useEditor<Hook>(hook, hook, isNew);
  const { draft, setDraft, command } = editor;
  const problemAt = (path: string) => command.problemAt(`hook.${path}`);
  const save = async (): Promise<void> => {
    if (await editor.save((expected) => calls()['hook.save']({ hook: draft, expected }))) onClose();
  };
  return (
    <EditorDrawer
      title={isNew ? form.addTitle : form.editTitle}
      changed={editor.changed}
      canSave={draft.actions.length > 0}
      unsavedText={form.unsavedText}
      command={command}
      onSave={save}
      onClose={onClose}
      footer={
        <Alert variant="light" data-testid="hook-sentence" role="status">
          {hookSentence(draft, config, texts)}
        </Alert>
      }
    >
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
    </EditorDrawer>
  );
}
