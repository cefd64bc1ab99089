import { Text } from '@mantine/core';
import type { RecentPopup } from '../../../shared/contract/views.ts';
import { useText } from '../../i18n/use-text.ts';

/** Paused on purpose: nothing is wrong. */
const chosen: ReadonlySet<string> = new Set(['problem.popup.allPaused', 'problem.popup.paused']);

/** Whether something went wrong: a popup held back by a pause is none. */
export const hasFailed = ({
  outcome,
  problem,
}: Pick<RecentPopup, 'outcome' | 'problem'>): boolean =>
  outcome === 'failed' && !(problem !== null && chosen.has(problem.id));

/** Why a popup did not open; nothing where it did. Red only where something failed. */
export function NotOpened({ popup }: { popup: Pick<RecentPopup, 'outcome' | 'problem'> }) {
  const t = useText();
  const { outcome, problem } = popup;
  if (outcome !== 'failed') return null;
  return (
    <Text size="sm" c={hasFailed(popup) ? 'red' : 'dimmed'}>
      {t('desk.failed')}
      {problem !== null && `: ${t(problem)}`}
    </Text>
  );
}
