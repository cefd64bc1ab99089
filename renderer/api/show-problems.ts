import { notifications } from '@mantine/notifications';
import type { TranslateMessage } from '../../shared/i18n/translate-message.ts';
import type { Problem } from '../../shared/result.ts';

/** Shows problems that belong to no field. */
export function showProblems(problems: readonly Problem[], say: TranslateMessage): void {
  const message = problems.map((problem) => say(problem.message)).join(' ');
  notifications.show({ color: 'red', message });
}
