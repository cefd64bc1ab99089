import { notifications } from '@mantine/notifications';
import type { Translate } from '../../shared/text/translate.ts';
import type { Reply } from '../../shared/contract/reply.ts';
import { showProblems } from './show-problems.ts';

/** Says where a table was saved, or why not; nothing where no place was chosen. */
export function showExport(
  reply: Reply<{ readonly file: string | undefined }>,
  t: Translate,
): void {
  if (!reply.ok) {
    showProblems(reply.problems, t);
  } else if (reply.value.file !== undefined) {
    notifications.show({
      color: 'teal',
      message: t('deliveries.exported', { file: reply.value.file }),
    });
  }
}
