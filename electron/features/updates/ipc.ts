import type { Handlers } from '../../../shared/contract/contract.ts';
import { done } from '../../../shared/contract/reply.ts';
import { toReply } from '../../platform/ipc/replies.ts';
import type { UpdateService } from './update-service.ts';

/** @param restart ends the app, and starts the new version in its place */
export const updateHandlers = (updates: UpdateService, restart: () => void) =>
  ({
    'update.check': async () => {
      await updates.check();
      return done;
    },
    'update.restart': () => {
      const may = updates.mayRestart();
      if (may.ok) restart();
      return toReply(may);
    },
  }) satisfies Partial<Handlers>;
