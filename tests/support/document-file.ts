import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { DocumentFile } from '../../electron/platform/ports/document-file.ts';

/** A document on disk without electron-store, which runs in Electron alone. */
export function plainDocumentFile(folder: string, name: string): DocumentFile {
  const file = path.join(folder, `${name}.json`);
  return {
    path: file,
    read: () => (existsSync(file) ? readFileSync(file, 'utf8') : undefined),
    write: (document) => writeFileSync(file, JSON.stringify(document)),
    backUp: () => file,
  };
}
