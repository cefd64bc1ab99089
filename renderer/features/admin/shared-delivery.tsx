import { Button, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { administrationProcedures } from '../../../shared/contract/administration.ts';
import type { Reply } from '../../../shared/contract/reply.ts';
import type { PublishView, SharedDeliveryView } from '../../../shared/contract/views.ts';
import { calls } from '../../api/bridge.ts';
import { useLeavingForm } from '../../forms/use-leaving-form.ts';
import { useText } from '../../i18n/use-text.ts';
import { CodePanel } from '../../ui/code-panel.tsx';
import { CopyField } from '../../ui/copy-field.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import { ProblemList } from '../../ui/problem-list.tsx';

interface Props {
  /** Undefined until there is a key to sign with. */
  readonly view: SharedDeliveryView | undefined;
  readonly show: (call: () => Promise<Reply<PublishView>>) => Promise<boolean>;
  readonly onView: (view: PublishView) => void;
}

/** What is published as a signed file, and where computers find it. */
export function SharedDelivery({ view, show, onView }: Props) {
  const t = useText();
  return (
    <Stack gap="xs">
      <Title order={3} size="h6">
        {t('publish.share')}
      </Title>
      <Text size="sm" c="dimmed">
        {t('publish.shareHint')}
      </Text>
      {view === undefined ? (
        <Button
          variant="default"
          w="fit-content"
          onClick={() => void show(() => calls()['publish.share']({ url: '', token: '' }))}
        >
          {t('publish.createKey')}
        </Button>
      ) : (
        <>
          <Place view={view} onView={onView} />
          <Signed view={view} />
        </>
      )}
    </Stack>
  );
}

/** The URL and its token, saved together when both are left: a token is for one server alone. */
function Place({ view, onView }: { view: SharedDeliveryView; onView: Props['onView'] }) {
  const t = useText();
  const { form, command, leaving } = useLeavingForm({
    values: () => ({ url: view.url, token: '' }),
    schema: administrationProcedures['publish.share'].input,
    toInput: ({ url, token }) => ({ url: url.trim(), token }),
    async send(input) {
      const reply = await calls()['publish.share'](input);
      if (!reply.ok) return reply;
      form.setValues({ url: reply.value.shared?.url ?? input.url, token: '' });
      onView(reply.value);
      return reply;
    },
  });
  return (
    <>
      <Group align="flex-start" {...leaving}>
        <TextInput
          flex="2 1 260px"
          label={t('publish.url')}
          description={t('publish.urlHint')}
          placeholder="https://gateway.example.com/fleet/configuration"
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          {...form.getInputProps('url')}
        />
        <PasswordField
          flex="1 1 180px"
          label={t('publish.token')}
          description={view.hasToken ? t('common.secretKept') : t('publish.tokenHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          {...form.getInputProps('token')}
        />
      </Group>
      <ProblemList problems={command.problems.filter(({ path }) => path === '')} />
    </>
  );
}

/** What IT puts on the computers, and how far the last revision has come. */
function Signed({ view: { publicKey, url, revisions } }: { view: SharedDeliveryView }) {
  const t = useText();
  const policy = { version: 1, remote: { url, publicKeys: [publicKey] } };
  return (
    <>
      {url === '' ? (
        <CopyField label={t('publish.publicKey')} value={publicKey} />
      ) : (
        <CodePanel title={t('publish.policy')} text={JSON.stringify(policy, null, 2)} />
      )}
      {revisions?.map(({ revision, desks }) => (
        <Text key={revision} size="sm" data-testid="revision-desks">
          {t('publish.desks', { revision, desks })}
        </Text>
      ))}
    </>
  );
}
