import { Group, Stack, TagsInput, TextInput } from '@mantine/core';
import type { TransportInput } from '../../../shared/model/source.ts';
import { SecretField } from '../../ui/secret-field.tsx';
import type { TransportOf } from './source-draft.ts';
import { WebSocketFields } from './websocket-fields.tsx';
import { useText } from '../../i18n/use-text.ts';

export interface FieldsProps<T extends TransportInput> {
  readonly transport: T;
  /** As it is stored, for secrets that are not typed again. */
  readonly stored: TransportInput;
  readonly problemAt: (path: string) => string | undefined;
  readonly onChange: (transport: T) => void;
}

/** The fields of the chosen transport. */
export function TransportFields(props: FieldsProps<TransportInput>) {
  const { transport } = props;
  switch (transport.type) {
    case 'websocket':
      return <WebSocketFields {...props} transport={transport} />;
    case 'nats':
      return <NatsFields {...props} transport={transport} />;
    case 'mqtt':
      return <MqttFields {...props} transport={transport} />;
  }
}

function NatsFields({ transport, stored, problemAt, onChange }: FieldsProps<TransportOf<'nats'>>) {
  const t = useText();
  const old = stored.type === 'nats' ? stored : undefined;
  return (
    <Stack>
      <TextInput
        label={t('sources.stream')}
        required
        value={transport.stream}
        error={problemAt('transport.stream')}
        onChange={(event) => onChange({ ...transport, stream: event.currentTarget.value })}
      />
      <TagsInput
        label={t('sources.subjects')}
        description={t('sources.topicsHint')}
        value={transport.subjects}
        error={problemAt('transport.subjects')}
        onChange={(subjects) => onChange({ ...transport, subjects })}
      />
      <SignInFields transport={transport} old={old} problemAt={problemAt} onChange={onChange} />
      <SecretField
        label={t('sources.natsToken')}
        value={transport.token}
        stored={old?.token}
        error={problemAt('transport.token')}
        onChange={(token) => onChange({ ...transport, token })}
      />
    </Stack>
  );
}

function MqttFields({ transport, stored, problemAt, onChange }: FieldsProps<TransportOf<'mqtt'>>) {
  const t = useText();
  const old = stored.type === 'mqtt' ? stored : undefined;
  return (
    <Stack>
      <TagsInput
        label={t('sources.topics')}
        description={t('sources.topicsHint')}
        value={transport.topics}
        error={problemAt('transport.topics')}
        onChange={(topics) => onChange({ ...transport, topics })}
      />
      <SignInFields transport={transport} old={old} problemAt={problemAt} onChange={onChange} />
      <TextInput
        label={t('sources.clientId')}
        description={t('sources.clientIdHint')}
        value={transport.clientId ?? ''}
        onChange={(event) =>
          onChange({ ...transport, clientId: filled(event.currentTarget.value) })
        }
      />
    </Stack>
  );
}

interface SignInFieldsProps<T extends TransportOf<'nats'> | TransportOf<'mqtt'>> {
  readonly transport: T;
  readonly old: T | undefined;
  readonly problemAt: (path: string) => string | undefined;
  readonly onChange: (transport: T) => void;
}

/** User and password, which both message buses have. */
function SignInFields<T extends TransportOf<'nats'> | TransportOf<'mqtt'>>({
  transport,
  old,
  problemAt,
  onChange,
}: SignInFieldsProps<T>) {
  const t = useText();
  return (
    <Group grow align="flex-start">
      <TextInput
        label={t('sources.user')}
        value={transport.user ?? ''}
        onChange={(event) => onChange({ ...transport, user: filled(event.currentTarget.value) })}
      />
      <SecretField
        label={t('sources.password')}
        value={transport.password}
        stored={old?.password}
        error={problemAt('transport.password')}
        onChange={(password) => onChange({ ...transport, password })}
      />
    </Group>
  );
}

const filled = (text: string): string | undefined => (text === '' ? undefined : text);
