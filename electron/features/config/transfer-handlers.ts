import { app, dialog } from 'electron';
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { refused } from '../../../shared/contract/reply.ts';
import { type Handlers } from '../../../shared/contract/contract.ts';
import type { ConfigTransfer } from './config-transfer.ts';
import { errorText } from '../../platform/logging/log.ts';
import { toReply } from '../../platform/ipc/replies.ts';
import { message } from '../../../shared/text/message.ts';

const filters = [{ name: 'JSON', extensions: ['json'] }];

/** Import and export, with the system's own file dialogs: our pages never name a path. */
export function transferHandlers(transfer: ConfigTransfer) {
  return {
    async 'config.export'({ passphrase }) {
      const suggested = path.join(app.getPath('documents'), 'ringcue.json');
      const chosen = await dialog.showSaveDialog({ defaultPath: suggested, filters });
      if (chosen.canceled || chosen.filePath === '')
        return { ok: true, value: { file: undefined } };
      try {
        await writeFile(chosen.filePath, transfer.exportText(passphrase), { mode: 0o600 });
        return { ok: true, value: { file: chosen.filePath } };
      } catch (error) {
        return refused(message('problem.transfer.notWritten', { reason: errorText(error) }));
      }
    },
    async 'config.openImport'() {
      const chosen = await dialog.showOpenDialog({ properties: ['openFile'], filters });
      const [file] = chosen.filePaths;
      if (chosen.canceled || file === undefined) return { ok: true, value: undefined };
      try {
        const read = transfer.read(readFileSync(file, 'utf8'));
        return read.ok ? { ok: true, value: { ...read.value, file } } : read;
      } catch (error) {
        return refused(message('problem.transfer.notRead', { reason: errorText(error) }));
      }
    },
    'config.applyImport': ({ token, mode, passphrase }) =>
      toReply(transfer.apply(token, mode, passphrase)),
  } satisfies Partial<Handlers>;
}
