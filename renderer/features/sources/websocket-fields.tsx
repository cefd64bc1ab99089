import { Accordion, Group, NumberInput, Stack, Switch } from '@mantine/core';
import type { JsonValue } from '../../../shared/json/json-value.ts';
import { ParsedTextarea } from '../../ui/parsed-textarea.tsx';
import { MessageField } from '../../ui/message-field.tsx';
import { SecretField } from '../../ui/secret-field.tsx';
import { headersOf, headersText } from './source-draft.ts';
import type { TransportProps } from './source-form.ts';
import { TokenRequestFields } from './token-request-fields.tsx';
import { useText } from '../../i18n/use-text.ts';

export function WebSocketFields({ form, stored }: TransportProps) {
  const t = useText();
  return (
    <Stack>
      <SecretField
        label={t('sources.token')}
        stored={stored.type === 'websocket' ? stored.token : undefined}
        {...form.getInputProps('source.transport.token')}
      />
      <GatewayFields form={form} stored={stored} />
      <MessageField
        label={t('sources.subscribe')}
        description={t('sources.subscribeHint')}
        {...form.getInputProps('source.transport.subscribe')}
      />
      <Accordion variant="separated" chevronPosition="left">
        <Accordion.Item value="more">
          <Accordion.Control>{t('sources.more')}</Accordion.Control>
          <Accordion.Panel>
            <MoreFields form={form} stored={stored} />
          </Accordion.Panel>
        </Accordion.Item>
      </Accordion>
    </Stack>
  );
}

/** How a Ringcue gateway knows this desk: by a code, or by the agent who signs in. */
function GatewayFields({ form, stored }: TransportProps) {
  const t = useText();
  const { transport } = form.values.source;
  const signsIn = transport.type === 'websocket' && transport.companySignIn === true;
  const setSignsIn = (isOn: boolean): void => {
    form.setFieldValue('source.transport.companySignIn', isOn ? true : undefined);
    if (isOn) form.setFieldValue('source.transport.enrolment', undefined);
  };
  return (
    <>
      <Switch
        label={t('sources.companySignIn')}
        description={t('sources.companySignInHint')}
        checked={signsIn}
        onChange={(event) => setSignsIn(event.currentTarget.checked)}
      />
      {!signsIn && (
        <SecretField
          label={t('sources.enrolment')}
          hint={t('sources.enrolmentHint')}
          stored={stored.type === 'websocket' ? stored.enrolment : undefined}
          {...form.getInputProps('source.transport.enrolment')}
        />
      )}
    </>
  );
}

function MoreFields({ form, stored }: TransportProps) {
  const t = useText();
  const old = stored.type === 'websocket' ? stored.headers : {};
  return (
    <Stack>
      <ParsedTextarea
        label={t('sources.headers')}
        description={t('sources.headersHint')}
        toText={headersText}
        fromText={(text) => headersOf(text, old)}
        {...form.getInputProps('source.transport.headers')}
      />
      <MessageField
        label={t('sources.snapshot')}
        description={t('sources.snapshotHint')}
        {...form.getInputProps('source.transport.snapshot')}
      />
      <KeepAliveFields form={form} stored={stored} />
      <TokenRequestFields form={form} stored={stored} />
    </Stack>
  );
}

/** A message that keeps the connection open, and how often it is sent: none without the other. */
function KeepAliveFields({ form }: TransportProps) {
  const t = useText();
  const { transport } = form.values.source;
  const keepAlive = transport.type === 'websocket' ? transport.keepAlive : undefined;
  const setMessage = (message: JsonValue | undefined): void =>
    form.setFieldValue(
      'source.transport.keepAlive',
      message === undefined ? undefined : { message, seconds: keepAlive?.seconds ?? 30 },
    );
  return (
    <Group align="flex-start" grow>
      <MessageField
        label={t('sources.keepAlive')}
        description={t('sources.keepAliveHint')}
        {...form.getInputProps('source.transport.keepAlive.message')}
        onChange={setMessage}
      />
      {keepAlive !== undefined && (
        <NumberInput
          label={t('sources.keepAliveSeconds')}
          min={5}
          max={3600}
          allowDecimal={false}
          {...form.getInputProps('source.transport.keepAlive.seconds')}
        />
      )}
    </Group>
  );
}
