import { app, dialog } from 'electron';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { refused, type Reply } from '../../../shared/contract/reply.ts';
import { csvSeparator, utf8Mark, type CsvSeparator } from '../csv.ts';
import { errorText } from '../logging/log.ts';
import { message } from '../../../shared/text/message.ts';

/** Asks where a table goes and writes it there, as a spreadsheet of this computer opens it. @returns undefined where no place was chosen */
export async function saveCsv(
  name: string,
  table: (separator: CsvSeparator) => Promise<string>,
): Promise<Reply<{ readonly file: string | undefined }>> {
  const chosen = await dialog.showSaveDialog({
    defaultPath: path.join(app.getPath('documents'), name),
    filters: [{ name: 'CSV', extensions: ['csv'] }],
  });
  if (chosen.canceled || chosen.filePath === '') return { ok: true, value: { file: undefined } };
  try {
    const text = await table(csvSeparator(app.getSystemLocale()));
    await writeFile(chosen.filePath, utf8Mark + text, { mode: 0o600 });
    return { ok: true, value: { file: chosen.filePath } };
  } catch (error) {
    return refused(message('problem.transfer.notWritten', { reason: errorText(error) }));
  }
}
