import { clipboard } from 'electron';
import type { Handlers } from '../../../shared/contract/contract.ts';
import { doneAfter } from '../../platform/ipc/replies.ts';

/** @param text what support needs, without secrets */
export const diagnosticsHandlers = (text: () => string): Pick<Handlers, 'diagnostics.copy'> => ({
  'diagnostics.copy': () =>
    doneAfter(() => {
      void clipboard.writeText(text());
    }),
});
