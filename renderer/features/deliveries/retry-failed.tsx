import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconRefresh } from '@tabler/icons-react';
import { useState } from 'react';
import type { Failed } from '../../../shared/model/delivery-health.ts';
import { calls } from '../../api/bridge.ts';
import { useText } from '../../i18n/use-text.ts';

/** Which of the failed: a webhook's, and those accepted within a time. */
export type FailedRange = Pick<Failed, 'webhook' | 'from' | 'to'>;

interface Progress {
  readonly count: number;
  /** As many as had failed when it began. */
  readonly total: number;
}

interface RetryFailedProps {
  /** How many have failed. */
  readonly count: number;
  readonly label: string;
  /** What failed, where several of these buttons stand below each other. */
  readonly what?: string;
  /** Undefined: all of them. */
  readonly which?: Omit<Failed, 'settledBefore'>;
  readonly size?: 'compact-sm' | 'sm';
}

/** Retries failed deliveries, a few at a time, and shows the progress. */
export function RetryFailed({ count, label, what, which, size = 'sm' }: RetryFailedProps) {
  const t = useText();
  const { progress, run } = useRetry(count, which);
  if (count === 0 && progress === undefined) return null;
  return (
    <Group gap="xs">
      {progress !== undefined && (
        <Text size="sm" role="status">
          {t('deliveries.retrying', { ...progress })}
        </Text>
      )}
      <Button
        variant="light"
        size={size}
        leftSection={<IconRefresh size={16} />}
        {...(what !== undefined && { 'aria-label': `${label}: ${what}` })}
        loading={progress !== undefined}
        onClick={() => void run()}
      >
        {label}
      </Button>
    </Group>
  );
}

function useRetry(failed: number, which: RetryFailedProps['which']) {
  const t = useText();
  const [progress, setProgress] = useState<Progress | undefined>();
  const run = async (): Promise<void> => {
    const settledBefore = Date.now();
    let count = 0;
    setProgress({ count, total: failed });
    for (;;) {
      const reply = await calls()['deliveries.retryDead']({ ...which, settledBefore });
      if (!reply.ok || reply.value.count === 0) break;
      count += reply.value.count;
      // One that failed a moment ago may not have been counted yet.
      setProgress({ count, total: Math.max(count, failed) });
    }
    setProgress(undefined);
    notifications.show({ color: 'teal', message: t('deliveries.retried', { count }) });
  };
  return { progress, run };
}
