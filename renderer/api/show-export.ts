import { notifications } from '@mantine/notifications';
import type { Reply } from '../../shared/ipc/contract.ts';

/** Says where a table was saved, or why not; nothing where no place was chosen. */
export function showExport(
  reply: Reply<{ readonly file: string | undefined }>,
  done: (file: string) => string,
): void {
  if (!reply.ok) {
    const message = reply.problems.map((problem) => problem.message).join(' ');
    notifications.show({ color: 'red', message });
  } else if (reply.value.file !== undefined) {
    notifications.show({ color: 'teal', message: done(reply.value.file) });
  }
}
