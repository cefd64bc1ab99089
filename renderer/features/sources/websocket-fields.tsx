import { Accordion, Group, NumberInput, Select, Stack, Switch, TextInput } from '@mantine/core';
import { useTexts } from '../../i18n/use-texts.ts';
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

type WebSocketProps = FieldsProps<TransportOf<'websocket'>>;

export function WebSocketFields(props: WebSocketProps) {
  const { transport, stored, problemAt, onChange } = props;
  const form = useTexts().sources;
  const old = stored.type === 'websocket' ? stored : undefined;
  return (
    <Stack>
      <SecretField
        label={form.token}
        value={transport.token}
        stored={old?.token}
        error={problemAt('transport.token')}
        onChange={(token) => onChange({ ...transport, token })}
      />
      <MessageField
        label={form.subscribe}
        description={form.subscribeHint}
        value={transport.subscribe}
        error={problemAt('transport.subscribe')}
        onChange={(subscribe) => onChange({ ...transport, subscribe })}
      />
      <Accordion variant="separated" chevronPosition="left">
        <Accordion.Item value="more">
          <Accordion.Control>{form.more}</Accordion.Control>
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
  const form = useTexts().sources;
  const old = stored.type === 'websocket' ? stored : undefined;
  const { keepAlive } = transport;
  return (
    <Stack>
      <LinesField
        label={form.headers}
        description={form.headersHint}
        value={transport.headers}
        toText={headersText}
        fromText={(text) => headersOf(text, old?.headers ?? {})}
        onChange={(headers) => onChange({ ...transport, headers })}
      />
      <MessageField
        label={form.snapshot}
        description={form.snapshotHint}
        value={transport.snapshot}
        onChange={(snapshot) => onChange({ ...transport, snapshot })}
      />
      <Group align="flex-start" grow>
        <MessageField
          label={form.keepAlive}
          description={form.keepAliveHint}
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
            label={form.keepAliveSeconds}
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
  const form = useTexts().sources;
  const { signIn } = transport;
  const old = stored.type === 'websocket' ? stored.signIn : undefined;
  const set = (patch: Partial<NonNullable<typeof signIn>>): void =>
    onChange({ ...transport, signIn: { ...(signIn ?? newSignIn), ...patch } });
  return (
    <>
      <Switch
        label={form.signIn}
        description={form.signInHint}
        checked={signIn !== undefined}
        onChange={(event) =>
          onChange({ ...transport, signIn: event.currentTarget.checked ? newSignIn : undefined })
        }
      />
      {signIn !== undefined && (
        <Stack>
          <Group align="flex-start" wrap="nowrap">
            <Select
              label={form.method}
              w={110}
              data={['POST', 'PUT', 'GET']}
              value={signIn.method}
              allowDeselect={false}
              onChange={(method) =>
                set({ method: method === 'PUT' || method === 'GET' ? method : 'POST' })
              }
            />
            <TextInput
              label={form.signInUrl}
              flex={1}
              value={signIn.url}
              error={problemAt('transport.signIn.url')}
              onChange={(event) => set({ url: event.currentTarget.value })}
            />
          </Group>
          <Group grow align="flex-start">
            <TextInput
              label={form.user}
              value={signIn.user}
              onChange={(event) => set({ user: event.currentTarget.value })}
            />
            <SecretField
              label={form.password}
              value={signIn.password}
              stored={old?.password}
              error={problemAt('transport.signIn.password')}
              onChange={(password) => set({ password })}
            />
          </Group>
          <MessageField
            label={form.signInBody}
            description={form.signInBodyHint}
            value={signIn.body}
            onChange={(body) => set({ body })}
          />
          <LinesField
            label={form.signInHeaders}
            value={signIn.headers}
            toText={pairsText}
            fromText={pairsOf}
            error={problemAt('transport.signIn.headers')}
            onChange={(headers) => set({ headers })}
          />
          <TextInput
            label={form.tokenPlace}
            description={form.tokenPlaceHint}
            value={signIn.token}
            error={problemAt('transport.signIn.token')}
            onChange={(event) => set({ token: event.currentTarget.value })}
          />
        </Stack>
      )}
    </>
  );
}
