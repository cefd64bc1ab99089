import { Group, Stack, TagsInput, TextInput } from '@mantine/core';
import { SecretField } from '../../ui/secret-field.tsx';
import { HttpFields } from './http-fields.tsx';
import type { TransportProps } from './source-form.ts';
import { WebSocketFields } from './websocket-fields.tsx';
import { useText } from '../../i18n/use-text.ts';

/** The fields of the chosen transport. */
export function TransportFields(props: TransportProps) {
  switch (props.form.values.source.transport.type) {
    case 'websocket':
      return <WebSocketFields {...props} />;
    case 'nats':
      return <NatsFields {...props} />;
    case 'mqtt':
      return <MqttFields {...props} />;
    case 'http':
      return <HttpFields {...props} />;
  }
}

function NatsFields({ form, stored }: TransportProps) {
  const t = useText();
  return (
    <Stack>
      <TextInput
        label={t('sources.stream')}
        required
        {...form.getInputProps('source.transport.stream')}
      />
      <TagsInput
        label={t('sources.subjects')}
        description={t('sources.topicsHint')}
        {...form.getInputProps('source.transport.subjects')}
      />
      <SignInFields form={form} stored={stored} />
      <SecretField
        label={t('sources.natsToken')}
        stored={stored.type === 'nats' ? stored.token : undefined}
        {...form.getInputProps('source.transport.token')}
      />
      <SecretField
        label={t('sources.natsCredentials')}
        hint={t('sources.natsCredentialsHint')}
        stored={stored.type === 'nats' ? stored.credentials : undefined}
        {...form.getInputProps('source.transport.credentials')}
      />
    </Stack>
  );
}

function MqttFields({ form, stored }: TransportProps) {
  const t = useText();
  return (
    <Stack>
      <TagsInput
        label={t('sources.topics')}
        description={t('sources.topicsHint')}
        {...form.getInputProps('source.transport.topics')}
      />
      <SignInFields form={form} stored={stored} />
      <TextInput
        label={t('sources.clientId')}
        description={t('sources.clientIdHint')}
        {...form.getInputProps('source.transport.clientId', { empty: '' })}
      />
    </Stack>
  );
}

/** User and password, which both message buses have. */
function SignInFields({ form, stored }: TransportProps) {
  const t = useText();
  const isSame = stored.type === form.values.source.transport.type;
  const password = stored.type === 'nats' || stored.type === 'mqtt' ? stored.password : undefined;
  return (
    <Group grow align="flex-start">
      <TextInput
        label={t('sources.user')}
        {...form.getInputProps('source.transport.user', { empty: '' })}
      />
      <SecretField
        label={t('sources.password')}
        stored={isSame ? password : undefined}
        {...form.getInputProps('source.transport.password')}
      />
    </Group>
  );
}
