import { Fieldset, Select, Switch, TextInput } from '@mantine/core';
import { useState } from 'react';
import { stepsIn, type Flow } from '../../../shared/model/flow.ts';
import { calls } from '../../api/bridge.ts';
import { useEditor } from '../../api/use-editor.ts';
import { EditorDrawer } from '../../ui/editor-drawer.tsx';
import { StepList } from './step-list.tsx';
import { fromEdited, toEdited, type EditedStep } from './step-tree.ts';
import { useText } from '../../i18n/use-text.ts';

interface FlowEditorProps {
  readonly flow: Flow;
  readonly isNew: boolean;
  /** Before it closes, where it was saved. */
  readonly onSaved?: (() => void) | undefined;
  readonly onClose: () => void;
}

/** The form of one flow. */
export function FlowEditor({ flow, isNew, onSaved, onClose }: FlowEditorProps) {
  const t = useText();
  const editor = useEditor<Flow>(flow, 'flows', flow.id);
  const { draft, setDraft, command } = editor;
  const [steps, setSteps] = useState<readonly EditedStep[]>(() => toEdited(flow.steps));
  const problemAt = (path: string) => command.problemAt(`flow.${path}`);
  const isChosen = stepsIn(draft.steps).every(
    (step) =>
      (step.do !== 'popup' || step.popup !== 'choose') &&
      ((step.do !== 'send' && step.do !== 'ask') || step.webhook !== 'choose'),
  );
  const save = async (): Promise<void> => {
    if (!(await editor.save((expected) => calls()['flow.save']({ flow: draft, expected })))) return;
    onSaved?.();
    onClose();
  };
  return (
    <EditorDrawer
      title={isNew ? t('flows.addTitle') : t('flows.editTitle')}
      changed={editor.changed}
      canSave={draft.steps.length > 0 && isChosen}
      unsavedText={t('definitions.unsaved')}
      command={command}
      onSave={save}
      onClose={onClose}
    >
      <TextInput
        label={t('flows.name')}
        required
        data-autofocus
        value={draft.name}
        error={problemAt('name')}
        onChange={(event) => setDraft({ ...draft, name: event.currentTarget.value })}
      />
      <TextInput
        label={t('webhooks.description')}
        value={draft.description ?? ''}
        error={problemAt('description')}
        onChange={(event) => setDraft({ ...draft, description: event.currentTarget.value })}
      />
      <Fieldset legend={t('flows.steps')}>
        <StepList
          steps={steps}
          known={[]}
          path="steps"
          problemAt={problemAt}
          depth={0}
          label={t('flows.steps')}
          onChange={(changed) => {
            setSteps(changed);
            setDraft({ ...draft, steps: fromEdited(changed) });
          }}
        />
      </Fieldset>
      <Select
        label={t('flows.whenCallEnds')}
        allowDeselect={false}
        data={(['finish', 'drop'] as const).map((value) => ({
          value,
          label: t(`flows.ends.${value}`),
        }))}
        value={draft.whenCallEnds}
        onChange={(value) =>
          setDraft({ ...draft, whenCallEnds: value === 'drop' ? 'drop' : 'finish' })
        }
      />
      <Switch
        label={t('flows.enabled')}
        checked={draft.enabled}
        onChange={(event) => setDraft({ ...draft, enabled: event.currentTarget.checked })}
      />
    </EditorDrawer>
  );
}
