import { Button, Code, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import type { Reply } from '../../../shared/contract/reply.ts';
import type { PublishView, SharedDeliveryView } from '../../../shared/contract/views.ts';
import { calls } from '../../api/bridge.ts';
import { useText } from '../../i18n/use-text.ts';
import { PasswordField } from '../../ui/password-field.tsx';

interface Props {
  readonly view: SharedDeliveryView | undefined;
  readonly show: (call: () => Promise<Reply<PublishView>>) => Promise<boolean>;
}

/** What is published as a signed file, and where computers find it. */
export function SharedDelivery({ view, show }: Props) {
  const t = useText();
  const [url, setUrl] = useState(view?.url ?? '');
  const [token, setToken] = useState('');
  const save = async (): Promise<void> => {
    if (await show(() => calls()['publish.share']({ url: url.trim(), token }))) setToken('');
  };
  return (
    <Stack gap="xs">
      <Title order={3} size="h6">
        {t('publish.share')}
      </Title>
      <Text size="sm" c="dimmed">
        {t('publish.shareHint')}
      </Text>
      <Group align="flex-end">
        <TextInput
          flex={2}
          label={t('publish.url')}
          placeholder="https://gateway.example.com/fleet/configuration"
          value={url}
          onChange={(event) => setUrl(event.currentTarget.value)}
        />
        <PasswordField
          flex={1}
          label={t('publish.token')}
          placeholder={view?.hasToken === true ? '••••••' : ''}
          value={token}
          onChange={(event) => setToken(event.currentTarget.value)}
        />
        <Button variant="default" onClick={() => void save()}>
          {t('publish.saveShare')}
        </Button>
      </Group>
      {view !== undefined && <Signed view={view} />}
    </Stack>
  );
}

/** What IT puts on the computers, and how far the last revision has come. */
function Signed({ view: { publicKey, url, revisions } }: { view: SharedDeliveryView }) {
  const t = useText();
  const policy = { version: 1, remote: { url, publicKeys: [publicKey] } };
  return (
    <>
      {url === '' ? (
        <Text size="sm">
          {t('publish.publicKey')}: <Code>{publicKey}</Code>
        </Text>
      ) : (
        <>
          <Text size="sm">{t('publish.policy')}:</Text>
          <Code block>{JSON.stringify(policy, null, 2)}</Code>
        </>
      )}
      {revisions?.map(({ revision, desks }) => (
        <Text key={revision} size="sm" data-testid="revision-desks">
          {t('publish.desks', { revision, desks })}
        </Text>
      ))}
    </>
  );
}
