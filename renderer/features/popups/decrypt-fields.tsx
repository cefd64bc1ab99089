import { Button, Code, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Reply } from '../../../shared/contract/reply.ts';
import type { DecryptedView } from '../../../shared/contract/popups.ts';
import type { PopupInput } from '../../../shared/model/popup.ts';
import { located } from '../../../shared/result.ts';
import { calls } from '../../api/bridge.ts';
import { useText } from '../../i18n/use-text.ts';

/** Reads a pasted address with the popup's own key, which stays in the main process. */
export function DecryptFields({ popup }: { popup: PopupInput }) {
  const t = useText();
  const [url, setUrl] = useState('');
  const [reply, setReply] = useState<Reply<DecryptedView> | undefined>();
  const decrypt = async (): Promise<void> => {
    const name = popup.name.trim() === '' ? '-' : popup.name;
    setReply(await calls()['popup.decrypt']({ popup: { ...popup, name }, url }));
  };
  return (
    <Stack gap="xs">
      <Group align="flex-end" wrap="nowrap">
        <TextInput
          flex={1}
          label={t('popupForm.decrypt')}
          description={t('popupForm.decryptHint')}
          value={url}
          onChange={(event) => {
            setUrl(event.currentTarget.value);
            setReply(undefined);
          }}
        />
        <Button variant="light" disabled={url.trim() === ''} onClick={() => void decrypt()}>
          {t('popupForm.decryptNow')}
        </Button>
      </Group>
      <div aria-live="polite">{reply !== undefined && <Decrypted reply={reply} />}</div>
    </Stack>
  );
}

function Decrypted({ reply }: { reply: Reply<DecryptedView> }) {
  const t = useText();
  if (!reply.ok) {
    const problems = reply.problems.map(({ path, ...rest }) =>
      t(located({ ...rest, path: path === 'url' ? '' : path.replace(/^popup\./, '') })),
    );
    return (
      <Text size="sm" c="red">
        {problems.join(' ')}
      </Text>
    );
  }
  const lines = reply.value.parameters.map(([name, value]) => `${name} = ${value}`);
  return (
    <Code
      block
      data-testid="decrypted"
      style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}
    >
      {lines.join('\n')}
    </Code>
  );
}
