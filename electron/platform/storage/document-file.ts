import Store from 'electron-store';
import { existsSync, readFileSync, renameSync } from 'node:fs';
import path from 'node:path';
import type { DocumentFile } from '../ports/document-file.ts';

/**
 * A document kept by electron-store, which writes to a temporary file and renames it, so a power cut
 * leaves the old document or the new one. Reading is ours: electron-store would throw away a file it
 * cannot parse, and we want to keep it and say so.
 */
export function openDocumentFile(folder: string, name: string): DocumentFile {
  const file = path.join(folder, `${name}.json`);
  let store: Store | undefined;
  return {
    path: file,
    read: () => (existsSync(file) ? readFileSync(file, 'utf8') : undefined),
    write(document) {
      // Made at the first write: by then a corrupt file was set aside.
      store ??= new Store({ cwd: folder, name, configFileMode: 0o600, clearInvalidConfig: false });
      store.store = { ...document };
    },
    backUp() {
      const stamp = new Date().toISOString().replace(/[:.]/g, '-');
      const copy = path.join(folder, `${name}.corrupt-${stamp}.json`);
      renameSync(file, copy);
      return copy;
    },
  };
}
