import { Fieldset, Select } from '@mantine/core';
import { webhookProcedures } from '../../../shared/contract/webhooks.ts';
import type { Flow } from '../../../shared/model/flow.ts';
import { calls } from '../../api/bridge.ts';
import { HeadFields } from '../../forms/head-fields.tsx';
import { useEditorForm } from '../../forms/use-editor-form.ts';
import { EditorDrawer } from '../../ui/editor-drawer.tsx';
import { flowToSave, isComplete, valuesOf } from './flow-form.ts';
import { StepList } from './step-list.tsx';
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
        <StepList
          form={form}
          list="flow.steps"
          steps={form.values.flow.steps}
          known={[]}
          depth={0}
          label={t('flows.steps')}
        />
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
    </EditorDrawer>
  );
}
