import { Button, Stack, Switch, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { DeliveryDetail } from '../../../shared/contract/views.ts';
import { calls } from '../../api/bridge.ts';
import { useCommand } from '../../api/use-command.ts';
import { useText } from '../../i18n/use-text.ts';
import { ProblemList } from '../../ui/problem-list.tsx';

/** Another try, as it was or with another address or body. */
export function RetryOne({ detail }: { detail: DeliveryDetail }) {
  const t = useText();
  const command = useCommand();
  const [isEdited, setEdited] = useState(false);
  const [url, setUrl] = useState(detail.url);
  const [body, setBody] = useState(detail.body ?? '');
  const run = (): void => {
    const change = {
      ...(isEdited && url !== detail.url && { url }),
      ...(isEdited && body !== (detail.body ?? '') && { body }),
    };
    void command.run(() => calls()['deliveries.retry']({ id: detail.id, ...change }));
  };
  return (
    <Stack gap="sm">
      <Switch
        label={t('deliveries.edit')}
        checked={isEdited}
        onChange={(event) => setEdited(event.currentTarget.checked)}
      />
      {isEdited && (
        <>
          <TextInput
            label={t('deliveries.url')}
            value={url}
            error={command.problemAt('url')}
            onChange={(event) => setUrl(event.currentTarget.value)}
          />
          <Textarea
            label={t('deliveries.body')}
            description={t('deliveries.maskedHint')}
            autosize
            maxRows={16}
            spellCheck={false}
            styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
            value={body}
            onChange={(event) => setBody(event.currentTarget.value)}
          />
        </>
      )}
      <ProblemList problems={command.problems} />
      <Button w="fit-content" loading={command.busy} onClick={run}>
        {t('deliveries.retry')}
      </Button>
    </Stack>
  );
}
