import { Select, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { sourceWarnings } from '../../../shared/config/secret-warnings.ts';
import { sourceProcedures } from '../../../shared/contract/sources.ts';
import type { SourceInput } from '../../../shared/model/source.ts';
import { calls } from '../../api/bridge.ts';
import { useDesk } from '../../api/desk-context.tsx';
import { HeadFields } from '../../forms/head-fields.tsx';
import { useEditorForm } from '../../forms/use-editor-form.ts';
import { EditorDrawer } from '../../ui/editor-drawer.tsx';
import { WarningList } from '../../ui/warning-list.tsx';
import { ConnectionSteps } from './connection-steps.tsx';
import { FeedFields } from './feed-fields.tsx';
import { fieldWidth } from './field-width.ts';
import { changeTransport } from './source-draft.ts';
import { sourceOf, valuesOf, type SourceForm } from './source-form.ts';
import { TransportFields } from './transport-fields.tsx';
import { useText } from '../../i18n/use-text.ts';

interface SourceEditorProps {
  readonly source: SourceInput;
  readonly onClose: () => void;
  /** After closing, where it was saved. */
  readonly onSaved?: () => void;
}

/** The form of one source. */
export function SourceEditor({ source, onClose, onSaved }: SourceEditorProps) {
  const t = useText();
  const config = useDesk((desk) => desk.config);
  const isNew = !config.sources.some(({ id }) => id === source.id);
  const editor = useEditorForm({
    part: 'sources',
    id: source.id,
    values: () => valuesOf(source),
    schema: sourceProcedures['source.save'].input,
    toInput: (values) => ({ source: sourceOf(values) }),
    send: calls()['source.save'],
    nameOf: ({ source }) => source.name,
    onSaved() {
      onClose();
      onSaved?.();
    },
  });
  const { form } = editor;
  return (
    <EditorDrawer
      title={isNew ? t('sources.addTitle') : t('sources.editTitle')}
      editor={editor}
      isNew={isNew}
      unsavedText={t('definitions.unsaved')}
      onClose={onClose}
      footer={<ConnectionSteps draft={sourceOf(form.values)} />}
      // The sample, the mapping and the result each have a column.
      isWide={form.values.source.dialect === 'mapping'}
    >
      <Stack maw={fieldWidth}>
        <HeadFields form={form} of="source" />
      </Stack>
      <ConnectionFields form={form} source={source} />
      <WarningList warnings={sourceWarnings(form.values.source)} />
    </EditorDrawer>
  );
}

/** Where the events come from, what they say, and whose calls they are about. */
function ConnectionFields({ form, source }: { form: SourceForm; source: SourceInput }) {
  const t = useText();
  // Fields that keep a text of their own start anew when a recipe fills them.
  const [recipes, setRecipes] = useState(0);
  const { transport } = form.values.source;
  return (
    <>
      <Stack maw={fieldWidth}>
        <Select
          label={t('sources.transport')}
          data={[
            { value: 'websocket', label: 'WebSocket' },
            { value: 'nats', label: 'NATS (JetStream)' },
            { value: 'mqtt', label: 'MQTT 5' },
            { value: 'http', label: t('sources.transports.http') },
          ]}
          allowDeselect={false}
          {...form.getInputProps('source.transport.type')}
          onChange={(type: string | null) =>
            form.setFieldValue('source.transport', changeTransport(transport, type))
          }
        />
        {transport.type !== 'http' && (
          <TextInput
            label={t('sources.url')}
            placeholder={t('sources.urlHint')}
            required
            {...form.getInputProps('source.transport.url')}
          />
        )}
        <TransportFields
          key={`${transport.type} ${recipes}`}
          form={form}
          stored={source.transport}
        />
      </Stack>
      <FeedFields form={form} onRecipe={() => setRecipes(recipes + 1)} />
      <Select
        maw={fieldWidth}
        label={t('sources.carries')}
        data={[
          { value: 'all-agents', label: t('sources.carriesAll') },
          { value: 'this-agent', label: t('sources.carriesMine') },
        ]}
        allowDeselect={false}
        {...form.getInputProps('source.carries')}
      />
    </>
  );
}
