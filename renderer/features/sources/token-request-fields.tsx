import { Group, Select, Stack, Switch, TextInput } from '@mantine/core';
import { ParsedTextarea } from '../../ui/parsed-textarea.tsx';
import { MessageField } from '../../ui/message-field.tsx';
import { SecretField } from '../../ui/secret-field.tsx';
import { headersOf, headersText, newSignIn } from './source-draft.ts';
import type { TransportProps } from './source-form.ts';
import { useText } from '../../i18n/use-text.ts';

/** The request that gets a token, for servers whose tokens live shortly. */
export function TokenRequestFields({ form, stored }: TransportProps) {
  const t = useText();
  const { transport } = form.values.source;
  const isOn = transport.type === 'websocket' && transport.signIn !== undefined;
  return (
    <>
      <Switch
        label={t('sources.signIn')}
        description={t('sources.signInHint')}
        checked={isOn}
        onChange={(event) =>
          form.setFieldValue(
            'source.transport.signIn',
            event.currentTarget.checked ? newSignIn : undefined,
          )
        }
      />
      {isOn && <RequestFields form={form} stored={stored} />}
    </>
  );
}

function RequestFields({ form, stored }: TransportProps) {
  const t = useText();
  const old = stored.type === 'websocket' ? stored.signIn : undefined;
  const at = (name: string) => form.getInputProps(`source.transport.signIn.${name}`);
  return (
    <Stack>
      <Group align="flex-start" wrap="nowrap">
        <Select
          label={t('sources.method')}
          w={110}
          data={['POST', 'PUT', 'GET']}
          allowDeselect={false}
          {...at('method')}
        />
        <TextInput label={t('sources.signInUrl')} flex={1} {...at('url')} />
      </Group>
      <Group grow align="flex-start">
        <TextInput label={t('sources.user')} {...at('user')} />
        <SecretField label={t('sources.password')} stored={old?.password} {...at('password')} />
      </Group>
      <MessageField
        label={t('sources.signInBody')}
        description={t('sources.signInBodyHint')}
        {...at('body')}
      />
      <ParsedTextarea
        label={t('sources.signInHeaders')}
        description={t('sources.headersHint')}
        toText={headersText}
        fromText={(text) => headersOf(text, old?.headers ?? {})}
        {...at('headers')}
      />
      <TextInput
        label={t('sources.tokenPlace')}
        description={t('sources.tokenPlaceHint')}
        {...at('token')}
      />
    </Stack>
  );
}
