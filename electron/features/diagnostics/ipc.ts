import { clipboard } from 'electron';
import type { Handlers } from '../../../shared/contract/contract.ts';
import { doneAfter } from '../../platform/ipc/replies.ts';

/** @param text what support needs, without secrets */
export const diagnosticsHandlers = (text: () => string) =>
  ({
    'diagnostics.copy': () =>
      doneAfter(() => {
        void clipboard.writeText(text());
      }),
  }) satisfies Partial<Handlers>;
