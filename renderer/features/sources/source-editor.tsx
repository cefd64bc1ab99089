import {
  Button,
  Group,
  Modal,
  PasswordInput,
  Select,
  Stack,
  Switch,
  Textarea,
  TextInput,
} from '@mantine/core';
import { useState } from 'react';
import type { Source, SourceInput } from '../../../shared/model/source.ts';
import { calls } from '../../api/bridge.ts';
import { useDesk } from '../../api/desk-context.tsx';
import { useCommand } from '../../api/use-command.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { ProblemList } from '../../ui/problem-list.tsx';
import { headersOf, headersText, subscribeOf, subscribeText } from './source-draft.ts';

/** The form of one source. */
export function SourceEditor({ source, onClose }: { source: Source; onClose: () => void }) {
  const texts = useTexts();
  const form = texts.sources;
  const { config } = useDesk();
  const command = useCommand();
  const isNew = !config.sources.some(({ id }) => id === source.id);
  const [draft, setDraft] = useState<SourceInput>(source);
  const [headers, setHeaders] = useState(() => headersText(source.transport.headers));
  const [subscribe, setSubscribe] = useState(() => subscribeText(source.transport.subscribe));
  const { transport } = draft;
  const setTransport = (patch: Partial<SourceInput['transport']>): void =>
    setDraft({ ...draft, transport: { ...transport, ...patch } });
  const save = async (): Promise<void> => {
    const complete: SourceInput = {
      ...draft,
      transport: {
        ...transport,
        headers: headersOf(headers, source.transport.headers),
        subscribe: subscribeOf(subscribe),
      },
    };
    if (await command.run(() => calls()['source.save'](complete))) onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={isNew ? form.addTitle : form.editTitle}
      size="lg"
      closeButtonProps={{ 'aria-label': texts.common.close }}
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
            label={form.name}
            required
            data-autofocus
            value={draft.name}
            error={command.problemAt('name')}
            onChange={(event) => setDraft({ ...draft, name: event.currentTarget.value })}
          />
          <TextInput
            label={form.url}
            placeholder={form.urlHint}
            required
            value={transport.url}
            error={command.problemAt('transport.url')}
            onChange={(event) => setTransport({ url: event.currentTarget.value })}
          />
          <PasswordInput
            label={form.token}
            description={typeof transport.token === 'object' ? form.tokenKept : undefined}
            value={typeof transport.token === 'string' ? transport.token : ''}
            error={command.problemAt('transport.token')}
            onChange={(event) => {
              const token = event.currentTarget.value;
              setTransport({ token: token === '' ? source.transport.token : token });
            }}
          />
          <Textarea
            label={form.headers}
            description={form.headersHint}
            autosize
            minRows={2}
            value={headers}
            onChange={(event) => setHeaders(event.currentTarget.value)}
          />
          <Textarea
            label={form.subscribe}
            description={form.subscribeHint}
            autosize
            minRows={2}
            value={subscribe}
            onChange={(event) => setSubscribe(event.currentTarget.value)}
          />
          <Select
            label={form.carries}
            data={[
              { value: 'all-agents', label: form.carriesAll },
              { value: 'this-agent', label: form.carriesMine },
            ]}
            value={draft.carries}
            allowDeselect={false}
            onChange={(value) =>
              setDraft({ ...draft, carries: value === 'this-agent' ? 'this-agent' : 'all-agents' })
            }
          />
          <Switch
            label={form.enabled}
            checked={draft.enabled}
            onChange={(event) => setDraft({ ...draft, enabled: event.currentTarget.checked })}
          />
          <ProblemList problems={command.problems} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {texts.common.cancel}
            </Button>
            <Button type="submit" loading={command.busy}>
              {texts.common.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
