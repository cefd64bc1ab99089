import { Badge, VisuallyHidden } from '@mantine/core';
import { useDesk } from '../../api/desk-context.tsx';
import { useText } from '../../i18n/use-text.ts';

/** How many missed calls the agent has not seen; nothing where there is none. */
export function MissedBadge() {
  const t = useText();
  const { missed } = useDesk((desk) => desk.history);
  if (missed === 0) return null;
  return (
    <Badge color="red.9" size="sm" circle={missed < 10} data-testid="missed-count">
      <span aria-hidden>{missed > 99 ? '99+' : missed}</span>
      <VisuallyHidden>{t('calls.missedCount', { count: missed })}</VisuallyHidden>
    </Badge>
  );
}
