import { notifications } from '@mantine/notifications';
import type { Translate } from '../../shared/text/translate.ts';
import { problemsText } from './problems-text.ts';
import type { Problem } from '../../shared/result.ts';

/** Shows problems that belong to no field. */
export function showProblems(problems: readonly Problem[], t: Translate): void {
  notifications.show({ color: 'red', message: problemsText(problems, t) });
}
