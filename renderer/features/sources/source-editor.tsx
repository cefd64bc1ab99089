import { Button, Group, Modal, Select, Stack, Switch, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Source, SourceInput } from '../../../shared/model/source.ts';
import { calls } from '../../api/bridge.ts';
import { useDesk } from '../../api/desk-context.tsx';
import { useCommand } from '../../api/use-command.ts';
import { useDraft } from '../../api/use-draft.ts';
import { useExpected } from '../../api/use-expected.ts';
import { ProblemList } from '../../ui/problem-list.tsx';
import { ConnectionSteps } from './connection-steps.tsx';
import { FeedFields } from './feed-fields.tsx';
import { changeTransport } from './source-draft.ts';
import { TransportFields } from './transport-fields.tsx';
import { useText } from '../../i18n/use-text.ts';

/** The form of one source. */
export function SourceEditor({ source, onClose }: { source: Source; onClose: () => void }) {
  const t = useText();
  const config = useDesk((desk) => desk.config);
  const command = useCommand();
  const isNew = !config.sources.some(({ id }) => id === source.id);
  const [draft, setDraft] = useDraft<SourceInput>(source, command);
  // Fields that keep a text of their own start anew when a recipe fills them.
  const [recipes, setRecipes] = useState(0);
  const { transport } = draft;
  const expected = useExpected('sources', source.id, command);
  const save = async (): Promise<void> => {
    if (await command.run(() => calls()['source.save']({ source: draft, expected }))) onClose();
  };
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
          <TextInput
            label={t('sources.name')}
            required
            data-autofocus
            value={draft.name}
            error={command.problemAt('name')}
            onChange={(event) => setDraft({ ...draft, name: event.currentTarget.value })}
          />
          <Select
            label={t('sources.transport')}
            data={[
              { value: 'websocket', label: 'WebSocket' },
              { value: 'nats', label: 'NATS (JetStream)' },
              { value: 'mqtt', label: 'MQTT 5' },
            ]}
            value={transport.type}
            allowDeselect={false}
            onChange={(type) => setDraft({ ...draft, transport: changeTransport(transport, type) })}
          />
          <TextInput
            label={t('sources.url')}
            placeholder={t('sources.urlHint')}
            required
            value={transport.url}
            error={command.problemAt('transport.url')}
            onChange={(event) =>
              setDraft({ ...draft, transport: { ...transport, url: event.currentTarget.value } })
            }
          />
          <TransportFields
            key={`${transport.type} ${recipes}`}
            transport={transport}
            stored={source.transport}
            problemAt={command.problemAt}
            onChange={(changed) => setDraft({ ...draft, transport: changed })}
          />
          <FeedFields
            draft={draft}
            problemAt={command.problemAt}
            onChange={setDraft}
            onRecipe={(changed) => {
              setRecipes(recipes + 1);
              setDraft(changed);
            }}
          />
          <Select
            label={t('sources.carries')}
            data={[
              { value: 'all-agents', label: t('sources.carriesAll') },
              { value: 'this-agent', label: t('sources.carriesMine') },
            ]}
            value={draft.carries}
            allowDeselect={false}
            onChange={(value) =>
              setDraft({ ...draft, carries: value === 'this-agent' ? 'this-agent' : 'all-agents' })
            }
          />
          <Switch
            label={t('sources.enabled')}
            checked={draft.enabled}
            onChange={(event) => setDraft({ ...draft, enabled: event.currentTarget.checked })}
          />
          <ConnectionSteps draft={draft} />
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
