import { useDesk } from '../../api/desk-context.tsx';
import { useText } from '../../i18n/use-text.ts';
import { CountBadge } from '../../ui/count-badge.tsx';

/** How many missed calls the agent has not seen. */
export function MissedBadge() {
  const t = useText();
  const missed = useDesk((desk) => desk.history.missed);
  return (
    <CountBadge
      count={missed}
      label={t('calls.missedCount', { count: missed })}
      testId="missed-count"
    />
  );
}
