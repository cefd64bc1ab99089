import { Button, Group, Modal, Select, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { sourceProcedures } from '../../../shared/contract/sources.ts';
import type { Source } from '../../../shared/model/source.ts';
import { calls } from '../../api/bridge.ts';
import { useDesk } from '../../api/desk-context.tsx';
import { HeadFields } from '../../forms/head-fields.tsx';
import { useEditorForm } from '../../forms/use-editor-form.ts';
import { ProblemList } from '../../ui/problem-list.tsx';
import { ConnectionSteps } from './connection-steps.tsx';
import { FeedFields } from './feed-fields.tsx';
import { changeTransport } from './source-draft.ts';
import { sourceOf, valuesOf, type SourceForm } from './source-form.ts';
import { TransportFields } from './transport-fields.tsx';
import { useText } from '../../i18n/use-text.ts';

interface SourceEditorProps {
  readonly source: Source;
  readonly onClose: () => void;
  /** After closing, where it was saved. */
  readonly onSaved?: () => void;
}

/** The form of one source. */
export function SourceEditor({ source, onClose, onSaved }: SourceEditorProps) {
  const t = useText();
  const config = useDesk((desk) => desk.config);
  const isNew = !config.sources.some(({ id }) => id === source.id);
  const { form, command, save } = useEditorForm({
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
  return (
    <Modal
      opened
      onClose={onClose}
      title={isNew ? t('sources.addTitle') : t('sources.editTitle')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Stack>
          <HeadFields form={form} of="source" />
          <ConnectionFields form={form} source={source} />
          <ConnectionSteps draft={sourceOf(form.values)} />
          <ProblemList problems={command.problems} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" loading={command.busy}>
              {t('common.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

/** Where the events come from, what they say, and whose calls they are about. */
function ConnectionFields({ form, source }: { form: SourceForm; source: Source }) {
  const t = useText();
  // Fields that keep a text of their own start anew when a recipe fills them.
  const [recipes, setRecipes] = useState(0);
  const { transport } = form.values.source;
  return (
    <>
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
      <TransportFields key={`${transport.type} ${recipes}`} form={form} stored={source.transport} />
      <FeedFields form={form} onRecipe={() => setRecipes(recipes + 1)} />
      <Select
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
