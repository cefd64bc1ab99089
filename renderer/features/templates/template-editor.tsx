import { Group, SegmentedControl, TextInput } from '@mantine/core';
import type { Template } from '../../../shared/model/template.ts';
import { calls } from '../../api/bridge.ts';
import { useEditor } from '../../api/use-editor.ts';
import { EditorDrawer } from '../../ui/editor-drawer.tsx';
import { RequestPreview } from '../../ui/request-preview.tsx';
import { TokenField } from '../../ui/token-field.tsx';
import { useText } from '../../i18n/use-text.ts';

interface TemplateEditorProps {
  readonly template: Template;
  readonly isNew: boolean;
  readonly onClose: () => void;
}

/** The form of one template, filled with a sample call as it is typed. */
export function TemplateEditor({ template, isNew, onClose }: TemplateEditorProps) {
  const t = useText();
  const editor = useEditor<Template>(template, 'templates', template.id);
  const { draft, setDraft, command } = editor;
  const problemAt = (path: string) => command.problemAt(`template.${path}`);
  const save = async (): Promise<void> => {
    const saved = await editor.save((expected) =>
      calls()['template.save']({ template: draft, expected }),
    );
    if (saved) onClose();
  };
  return (
    <EditorDrawer
      title={isNew ? t('templates.addTitle') : t('templates.editTitle')}
      changed={editor.changed}
      unsavedText={t('definitions.unsaved')}
      command={command}
      onSave={save}
      onClose={onClose}
      footer={
        <RequestPreview
          of={JSON.stringify(draft)}
          title={t('templates.preview')}
          load={async (call) => {
            const reply = await calls()['template.preview']({
              template: { ...draft, name: draft.name || '-' },
              call,
            });
            return reply.ok ? { ok: true, value: reply.value.body } : reply;
          }}
        />
      }
    >
      <TextInput
        label={t('webhooks.name')}
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
      <Group grow align="flex-start">
        <TextInput
          label={t('webhooks.group')}
          description={t('templates.groupHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={draft.group}
          error={problemAt('group')}
          onChange={(event) => setDraft({ ...draft, group: event.currentTarget.value })}
        />
        <SegmentedControl
          mt={24}
          aria-label={t('templates.columns.format')}
          data={[
            { value: 'json', label: 'JSON' },
            { value: 'xml', label: 'XML' },
          ]}
          value={draft.format}
          onChange={(format) => setDraft({ ...draft, format: format === 'xml' ? 'xml' : 'json' })}
        />
      </Group>
      <TokenField
        label={t('templates.text')}
        description={t('templates.textHint')}
        multiline
        value={draft.text}
        error={problemAt('text')}
        onChange={(text) => setDraft({ ...draft, text })}
      />
    </EditorDrawer>
  );
}
