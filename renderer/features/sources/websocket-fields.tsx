import { Accordion, Group, NumberInput, Select, Stack, Switch, TextInput } from '@mantine/core';
import { LinesField } from '../../ui/lines-field.tsx';
import { MessageField } from '../../ui/message-field.tsx';
import { SecretField } from '../../ui/secret-field.tsx';
import {
  headersOf,
  headersText,
  newSignIn,
  pairsOf,
  pairsText,
  type TransportOf,
} from './source-draft.ts';
import type { FieldsProps } from './transport-fields.tsx';
import { useText } from '../../i18n/use-text.ts';

type WebSocketProps = FieldsProps<TransportOf<'websocket'>>;

export function WebSocketFields(props: WebSocketProps) {
  const { transport, stored, problemAt, onChange } = props;
  const t = useText();
  const old = stored.type === 'websocket' ? stored : undefined;
  return (
    <Stack>
      <SecretField
        label={t('sources.token')}
        value={transport.token}
        stored={old?.token}
        error={problemAt('transport.token')}
        onChange={(token) => onChange({ ...transport, token })}
      />
      <MessageField
        label={t('sources.subscribe')}
        description={t('sources.subscribeHint')}
        value={transport.subscribe}
        error={problemAt('transport.subscribe')}
        onChange={(subscribe) => onChange({ ...transport, subscribe })}
      />
      <Accordion variant="separated" chevronPosition="left">
        <Accordion.Item value="more">
          <Accordion.Control>{t('sources.more')}</Accordion.Control>
          <Accordion.Panel>
            <MoreFields {...props} />
          </Accordion.Panel>
        </Accordion.Item>
      </Accordion>
    </Stack>
  );
}

function MoreFields(props: WebSocketProps) {
  const { transport, stored, problemAt, onChange } = props;
  const t = useText();
  const old = stored.type === 'websocket' ? stored : undefined;
  const { keepAlive } = transport;
  return (
    <Stack>
      <LinesField
        label={t('sources.headers')}
        description={t('sources.headersHint')}
        value={transport.headers}
        toText={headersText}
        fromText={(text) => headersOf(text, old?.headers ?? {})}
        onChange={(headers) => onChange({ ...transport, headers })}
      />
      <MessageField
        label={t('sources.snapshot')}
        description={t('sources.snapshotHint')}
        value={transport.snapshot}
        onChange={(snapshot) => onChange({ ...transport, snapshot })}
      />
      <Group align="flex-start" grow>
        <MessageField
          label={t('sources.keepAlive')}
          description={t('sources.keepAliveHint')}
          value={keepAlive?.message}
          onChange={(message) =>
            onChange({
              ...transport,
              keepAlive:
                message === undefined ? undefined : { message, seconds: keepAlive?.seconds ?? 30 },
            })
          }
        />
        {keepAlive !== undefined && (
          <NumberInput
            label={t('sources.keepAliveSeconds')}
            min={5}
            max={3600}
            allowDecimal={false}
            value={keepAlive.seconds}
            error={problemAt('transport.keepAlive.seconds')}
            onChange={(seconds) =>
              onChange({ ...transport, keepAlive: { ...keepAlive, seconds: Number(seconds) } })
            }
          />
        )}
      </Group>
      <TokenFields {...props} />
    </Stack>
  );
}

/** The request that gets a token, for servers whose tokens live shortly. */
function TokenFields({ transport, stored, problemAt, onChange }: WebSocketProps) {
  const t = useText();
  const { signIn } = transport;
  const old = stored.type === 'websocket' ? stored.signIn : undefined;
  const set = (patch: Partial<NonNullable<typeof signIn>>): void =>
    onChange({ ...transport, signIn: { ...(signIn ?? newSignIn), ...patch } });
  return (
    <>
      <Switch
        label={t('sources.signIn')}
        description={t('sources.signInHint')}
        checked={signIn !== undefined}
        onChange={(event) =>
          onChange({ ...transport, signIn: event.currentTarget.checked ? newSignIn : undefined })
        }
      />
      {signIn !== undefined && (
        <Stack>
          <Group align="flex-start" wrap="nowrap">
            <Select
              label={t('sources.method')}
              w={110}
              data={['POST', 'PUT', 'GET']}
              value={signIn.method}
              allowDeselect={false}
              onChange={(method) =>
                set({ method: method === 'PUT' || method === 'GET' ? method : 'POST' })
              }
            />
            <TextInput
              label={t('sources.signInUrl')}
              flex={1}
              value={signIn.url}
              error={problemAt('transport.signIn.url')}
              onChange={(event) => set({ url: event.currentTarget.value })}
            />
          </Group>
          <Group grow align="flex-start">
            <TextInput
              label={t('sources.user')}
              value={signIn.user}
              onChange={(event) => set({ user: event.currentTarget.value })}
            />
            <SecretField
              label={t('sources.password')}
              value={signIn.password}
              stored={old?.password}
              error={problemAt('transport.signIn.password')}
              onChange={(password) => set({ password })}
            />
          </Group>
          <MessageField
            label={t('sources.signInBody')}
            description={t('sources.signInBodyHint')}
            value={signIn.body}
            onChange={(body) => set({ body })}
          />
          <LinesField
            label={t('sources.signInHeaders')}
            value={signIn.headers}
            toText={pairsText}
            fromText={pairsOf}
            error={problemAt('transport.signIn.headers')}
            onChange={(headers) => set({ headers })}
          />
          <TextInput
            label={t('sources.tokenPlace')}
            description={t('sources.tokenPlaceHint')}
            value={signIn.token}
            error={problemAt('transport.signIn.token')}
            onChange={(event) => set({ token: event.currentTarget.value })}
          />
        </Stack>
      )}
    </>
  );
}
