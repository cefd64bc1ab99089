import { Autocomplete, Group, SegmentedControl } from '@mantine/core';
import type { Input } from '../../../shared/contract/contract.ts';
import { webhookProcedures } from '../../../shared/contract/webhooks.ts';
import type { Template } from '../../../shared/model/template.ts';
import { withOurTokens } from '../../../shared/templates/autoid-tokens.ts';
import { calls } from '../../api/bridge.ts';
import { useDesk } from '../../api/desk-context.tsx';
import { HeadFields } from '../../forms/head-fields.tsx';
import type { Form } from '../../forms/use-command-form.ts';
import { useEditorForm } from '../../forms/use-editor-form.ts';
import { EditorDrawer } from '../../ui/editor-drawer.tsx';
import { RequestPreview } from '../../ui/request-preview.tsx';
import { TokenField } from '../../ui/token-field.tsx';
import { knownGroups } from './template-groups.ts';
import { useText } from '../../i18n/use-text.ts';

type TemplateValues = Omit<Input<'template.save'>, 'expected'>;

interface TemplateEditorProps {
  readonly template: Template;
  readonly isNew: boolean;
  readonly onClose: () => void;
}

/** The form of one template, filled with a sample call as it is typed. */
export function TemplateEditor({ template, isNew, onClose }: TemplateEditorProps) {
  const t = useText();
  const editor = useEditorForm({
    part: 'templates',
    id: template.id,
    values: (): TemplateValues => ({ template }),
    schema: webhookProcedures['template.save'].input,
    send: calls()['template.save'],
    nameOf: ({ template }) => template.name,
    onSaved: onClose,
  });
  const { form } = editor;
  const draft = form.values.template;
  return (
    <EditorDrawer
      title={isNew ? t('templates.addTitle') : t('templates.editTitle')}
      editor={editor}
      unsavedText={t('definitions.unsaved')}
      onClose={onClose}
      footer={
        <RequestPreview
          of={JSON.stringify(draft)}
          title={t('templates.preview')}
          load={async (call) => {
            const named = { ...draft, name: draft.name || '-' };
            const reply = await calls()['template.preview']({ template: named, call });
            return reply.ok ? { ok: true, value: reply.value.body } : reply;
          }}
        />
      }
    >
      <HeadFields form={form} of="template" described switched={false} />
      <TextFields form={form} />
    </EditorDrawer>
  );
}

function TextFields({ form }: { form: Form<TemplateValues> }) {
  const t = useText();
  const groups = knownGroups(useDesk((desk) => desk.config));
  return (
    <>
      <Group grow align="flex-start">
        <Autocomplete
          data={groups}
          label={t('webhooks.group')}
          description={t('templates.groupHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          {...form.getInputProps('template.group')}
        />
        <SegmentedControl
          mt={24}
          aria-label={t('templates.columns.format')}
          data={[
            { value: 'json', label: 'JSON' },
            { value: 'xml', label: 'XML' },
          ]}
          {...form.getInputProps('template.format', { withError: false })}
        />
      </Group>
      <TokenField
        label={t('templates.text')}
        description={t('templates.textHint')}
        multiline
        {...form.getInputProps('template.text')}
        onChange={(text) =>
          form.setFieldValue('template.text', withOurTokens(form.values.template.format, text))
        }
      />
    </>
  );
}
