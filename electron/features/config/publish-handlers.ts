import { app, dialog } from 'electron';
import path from 'node:path';
import type { Handlers } from '../../../shared/contract/contract.ts';
import { sealPin, type AdminLock } from './admin-lock.ts';
import type { ConfigEdits } from './config-edits.ts';
import type { Publisher } from './publisher.ts';
import { doneAfter, toReply } from '../../platform/ipc/replies.ts';

interface Parts {
  readonly publisher: Publisher;
  readonly lock: AdminLock;
  readonly edits: ConfigEdits;
}

/** Publishing for the fleet, and the lock before the administration. */
export function publishHandlers({ publisher, lock, edits }: Parts) {
  return {
    async 'publish.choose'() {
      const chosen = await dialog.showSaveDialog({
        defaultPath: path.join(app.getPath('documents'), 'ringcue-fleet.json'),
        filters: [{ name: 'JSON', extensions: ['json'] }],
        // An existing file is taken up: its revisions go on.
        properties: ['dontAddToRecent'],
      });
      if (chosen.canceled || chosen.filePath === '') return { ok: true, value: undefined };
      return toReply(await publisher.choose(chosen.filePath));
    },
    'publish.view': async () => toReply(await publisher.current()),
    'publish.share': async ({ url, token }) => toReply(await publisher.share(url, token)),
    'publish.write': async ({ token, note }) => toReply(await publisher.publish(token, note)),
    'publish.rollBack': async ({ revision }) => toReply(await publisher.rollBack(revision)),
    'admin.unlock': ({ pin }) => toReply(lock.unlock(pin)),
    'admin.lock': () => doneAfter(() => lock.lock()),
    'admin.setPin': ({ pin }) => {
      const saved = edits.setAdminPin(pin === '' ? undefined : sealPin(pin));
      if (saved.ok && pin !== '') lock.stayOpen();
      return toReply(saved);
    },
  } satisfies Partial<Handlers>;
}
