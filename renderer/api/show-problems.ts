import { notifications } from '@mantine/notifications';
import type { TranslateMessage } from '../../shared/i18n/translate-message.ts';
import type { Problem } from '../../shared/result.ts';

/** Says what went wrong, where there is no field to say it at. */
export function showProblems(problems: readonly Problem[], say: TranslateMessage): void {
  const message = problems.map((problem) => say(problem.message)).join(' ');
  notifications.show({ color: 'red', message });
}
