import { notifications } from '@mantine/notifications';
import type { TranslateMessage } from '../../shared/i18n/translate-message.ts';
import type { Reply } from '../../shared/contract/reply.ts';
import { showProblems } from './show-problems.ts';

/** Says where a table was saved, or why not; nothing where no place was chosen. */
export function showExport(
  reply: Reply<{ readonly file: string | undefined }>,
  done: (file: string) => string,
  say: TranslateMessage,
): void {
  if (!reply.ok) {
    showProblems(reply.problems, say);
  } else if (reply.value.file !== undefined) {
    notifications.show({ color: 'teal', message: done(reply.value.file) });
  }
}
