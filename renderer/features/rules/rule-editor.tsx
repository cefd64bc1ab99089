import { Alert, Switch, TextInput } from '@mantine/core';
import type { Rule } from '../../../shared/model/rule.ts';
import { calls } from '../../api/bridge.ts';
import { useDesk } from '../../api/desk-context.tsx';
import { useEditor } from '../../api/use-editor.ts';
import { EditorDrawer } from '../../ui/editor-drawer.tsx';
import { StageField } from '../../ui/stage-field.tsx';
import { RuleActions } from './rule-actions.tsx';
import { RuleFilters } from './rule-filters.tsx';
import { ruleSentence } from './rule-sentence.ts';
import { RuleTrialPanel } from './rule-trial.tsx';
import { useText } from '../../i18n/use-text.ts';

interface RuleEditorProps {
  readonly rule: Rule;
  readonly isNew: boolean;
  readonly onClose: () => void;
}

/** The form of one rule: when, for which calls, and what it does. */
export function RuleEditor({ rule, isNew, onClose }: RuleEditorProps) {
  const t = useText();
  const config = useDesk((desk) => desk.config);
  const editor = useEditor<Rule>(rule, 'rules', rule.id);
  const { draft, setDraft, command } = editor;
  const problemAt = (path: string) => command.problemAt(`rule.${path}`);
  const save = async (): Promise<void> => {
    if (await editor.save((expected) => calls()['rule.save']({ rule: draft, expected }))) onClose();
  };
  return (
    <EditorDrawer
      title={isNew ? t('rules.addTitle') : t('rules.editTitle')}
      changed={editor.changed}
      canSave={draft.actions.length > 0}
      unsavedText={t('rules.unsavedText')}
      command={command}
      onSave={save}
      onClose={onClose}
      footer={
        <Alert variant="light" data-testid="rule-sentence" role="status">
          {ruleSentence(draft, config, t)}
        </Alert>
      }
    >
      <TextInput
        label={t('rules.name')}
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
      <RuleFilters rule={draft} problems={command.problems} onChange={setDraft} />
      <RuleActions
        rule={draft}
        problem={problemAt('actions')}
        onChange={(actions) => setDraft({ ...draft, actions })}
      />
      <Switch
        label={t('rules.enabled')}
        checked={draft.enabled}
        onChange={(event) => setDraft({ ...draft, enabled: event.currentTarget.checked })}
      />
      <RuleTrialPanel draft={draft} />
    </EditorDrawer>
  );
}
