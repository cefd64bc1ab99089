import { app, dialog } from 'electron';
import path from 'node:path';
import type { Handlers } from '../shared/ipc/contract.ts';
import { sealPin, type AdminLock } from './admin-lock.ts';
import type { ConfigService } from './config/config-service.ts';
import type { Publisher } from './config/publisher.ts';
import { attempt, toReply } from './replies.ts';

type PublishHandlers = Pick<
  Handlers,
  | 'publish.choose'
  | 'publish.view'
  | 'publish.write'
  | 'publish.rollBack'
  | 'admin.unlock'
  | 'admin.lock'
  | 'admin.setPin'
>;

interface Parts {
  readonly publisher: Publisher;
  readonly lock: AdminLock;
  readonly configService: ConfigService;
}

/** Publishing for the fleet, and the lock before the administration. */
export function publishHandlers({ publisher, lock, configService }: Parts): PublishHandlers {
  return {
    async 'publish.choose'() {
      const chosen = await dialog.showSaveDialog({
        defaultPath: path.join(app.getPath('documents'), 'ringcue-fleet.json'),
        filters: [{ name: 'JSON', extensions: ['json'] }],
        // An existing file is taken up: its revisions go on.
        properties: ['dontAddToRecent'],
      });
      if (chosen.canceled || chosen.filePath === '') return { ok: true, value: undefined };
      return toReply(publisher.choose(chosen.filePath));
    },
    'publish.view': () => toReply(publisher.current()),
    'publish.write': ({ token, note }) => toReply(publisher.publish(token, note)),
    'publish.rollBack': ({ revision }) => toReply(publisher.rollBack(revision)),
    'admin.unlock': ({ pin }) => toReply(lock.unlock(pin)),
    'admin.lock': () => attempt(() => lock.lock()),
    'admin.setPin': ({ pin }) =>
      attempt(() => {
        configService.setAdminPin(pin === '' ? undefined : sealPin(pin));
        if (pin !== '') lock.stayOpen();
      }),
  };
}
