import { clipboard } from 'electron';
import { readFile } from 'node:fs/promises';
import type { Handlers } from '../../../shared/contract/contract.ts';
import { doneAfter } from '../../platform/ipc/replies.ts';

interface Deps {
  /** What support needs, without secrets. */
  readonly text: () => string;
  /** The file that the build writes. */
  readonly licences: string;
}

export const diagnosticsHandlers = ({ text, licences }: Deps) =>
  ({
    'diagnostics.copy': () =>
      doneAfter(() => {
        void clipboard.writeText(text());
      }),
    'licences.read': async () => ({ ok: true, value: await readFile(licences, 'utf8') }),
  }) satisfies Partial<Handlers>;
