import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconRefresh } from '@tabler/icons-react';
import { useState } from 'react';
import { calls } from '../../api/bridge.ts';
import { useText } from '../../i18n/use-text.ts';

interface Progress {
  readonly count: number;
  /** As many as had failed when it began. */
  readonly total: number;
}

/** Retries all failed deliveries, a few at a time, and shows the progress. */
export function RetryFailed({ count: failed }: { count: number }) {
  const t = useText();
  const [progress, setProgress] = useState<Progress | undefined>();
  const run = async (): Promise<void> => {
    const settledBefore = Date.now();
    let count = 0;
    setProgress({ count, total: failed });
    for (;;) {
      const reply = await calls()['deliveries.retryDead']({ settledBefore });
      if (!reply.ok || reply.value.count === 0) break;
      count += reply.value.count;
      // One that failed a moment ago may not have been counted yet.
      setProgress({ count, total: Math.max(count, failed) });
    }
    setProgress(undefined);
    notifications.show({ color: 'teal', message: t('deliveries.retried', { count }) });
  };
  if (failed === 0 && progress === undefined) return null;
  return (
    <Group gap="xs">
      {progress !== undefined && (
        <Text size="sm" role="status">
          {t('deliveries.retrying', { ...progress })}
        </Text>
      )}
      <Button
        variant="light"
        leftSection={<IconRefresh size={16} />}
        loading={progress !== undefined}
        onClick={() => void run()}
      >
        {t('deliveries.retryDead', { count: failed })}
      </Button>
    </Group>
  );
}
