import { useDesk } from '../../api/desk-context.tsx';
import { useText } from '../../i18n/use-text.ts';
import { CountBadge } from '../../ui/count-badge.tsx';

/** How many deliveries failed and wait for a person. */
export function FailedBadge() {
  const t = useText();
  const dead = useDesk((desk) => desk.outbox.dead);
  return (
    <CountBadge
      count={dead}
      label={t('deliveries.failedCount', { count: dead })}
      testId="failed-count"
    />
  );
}
