import { Fieldset, Select } from '@mantine/core';
import { useState } from 'react';
import { webhookProcedures } from '../../../shared/contract/webhooks.ts';
import type { TakenStep } from '../../../shared/matching/flow-path.ts';
import type { Flow } from '../../../shared/model/flow.ts';
import { calls } from '../../api/bridge.ts';
import { HeadFields } from '../../forms/head-fields.tsx';
import { useEditorForm } from '../../forms/use-editor-form.ts';
import { EditorDrawer } from '../../ui/editor-drawer.tsx';
import { flowToSave, isComplete, valuesOf, type FlowValues } from './flow-form.ts';
import { FlowTrialPanel } from './flow-trial.tsx';
import { StepList } from './step-list.tsx';
import { TakenSteps } from './taken-steps.tsx';
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
  const editor = useEditorForm({
    part: 'flows',
    id: flow.id,
    values: () => valuesOf(flow),
    schema: webhookProcedures['flow.save'].input,
    toInput: flowToSave,
    send: calls()['flow.save'],
    nameOf: ({ flow }) => flow.name,
    onSaved() {
      onSaved?.();
      onClose();
    },
  });
  const { form } = editor;
  const trial = useMarks(form.values);
  return (
    <EditorDrawer
      title={isNew ? t('flows.addTitle') : t('flows.editTitle')}
      editor={editor}
      canSave={isComplete(form.values)}
      unsavedText={t('definitions.unsaved')}
      onClose={onClose}
    >
      <HeadFields form={form} of="flow" described />
      <Fieldset legend={t('flows.steps')}>
        <TakenSteps value={trial.taken}>
          <StepList
            form={form}
            list="flow.steps"
            steps={form.values.flow.steps}
            known={[]}
            depth={0}
            label={t('flows.steps')}
          />
        </TakenSteps>
      </Fieldset>
      <Select
        label={t('flows.whenCallEnds')}
        allowDeselect={false}
        data={(['finish', 'drop'] as const).map((value) => ({
          value,
          label: t(`flows.ends.${value}`),
        }))}
        {...form.getInputProps('flow.whenCallEnds')}
      />
      <FlowTrialPanel values={form.values} isMarked={trial.isMarked} onTaken={trial.mark} />
    </EditorDrawer>
  );
}

const none: ReadonlyMap<string, TakenStep> = new Map();

/** The steps that the last test took. Marks of a flow that was edited since would be wrong, so they go. */
function useMarks(values: FlowValues) {
  const [tested, setTested] = useState<{ values: FlowValues; taken: typeof none } | undefined>();
  const isMarked = tested?.values === values;
  return {
    isMarked,
    taken: isMarked ? tested.taken : none,
    mark: (taken: readonly TakenStep[]) =>
      setTested({ values, taken: new Map(taken.map((step) => [step.at, step])) }),
  };
}
