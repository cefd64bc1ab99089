import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { AdminLock, sealPin } from '../../../electron/features/config/admin-lock.ts';
import { SecretVault } from '../../../electron/features/config/secret-vault.ts';
import { loadUserDocument } from '../../../electron/features/config/user-document.ts';
import type { DocumentFile } from '../../../electron/platform/ports/document-file.ts';
import { defaultSettings } from '../../../shared/model/settings.ts';
import { english } from '../../../shared/text/english.ts';
import { FakeClock } from '../../support/fake-clock.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const keeper = {
  moveIn: (secret: string) => ({ secret }),
  keepInMemory: (secret: string) => ({ secret }),
};
const cipher = {
  isReal: () => true,
  encrypt: (text: string) => Buffer.from(text),
  decrypt: (data: Buffer) => data.toString(),
};
const config = JSON.stringify({
  version: 3,
  agent: { id: '83', name: 'Ada' },
  popups: [{ id: 'crm', name: 'CRM', url: 'https://crm.example.com/' }],
});
const secrets = JSON.stringify({ 'popup.crm.key': { sealed: btoa('a key') } });

/** As document-file.ts, without electron-store, which needs Electron and only writes. */
const fileIn = (folder: string, name: string): DocumentFile => ({
  path: path.join(folder, `${name}.json`),
  read: () => readFileSync(path.join(folder, `${name}.json`), 'utf8'),
  write: () => undefined,
  backUp() {
    const copy = path.join(folder, `${name}.corrupt-now.json`);
    renameSync(this.path, copy);
    return copy;
  },
});

/** Cut at every byte, and with zeros from every byte on. */
const damagesOf = (text: string): Buffer[] =>
  Array.from({ length: text.length }, (_, at) => [
    Buffer.from(text.slice(0, at)),
    Buffer.concat([Buffer.from(text.slice(0, at)), Buffer.alloc(text.length - at)]),
  ]).flat();

/** @param load reads the file; undefined where it found nothing wrong */
function eachSetAside(
  name: string,
  text: string,
  load: (file: DocumentFile) => string | undefined,
): void {
  for (const bytes of damagesOf(text)) {
    const folder = temporaryFolder();
    writeFileSync(path.join(folder, `${name}.json`), bytes);
    const said = load(fileIn(folder, name));
    const [aside = ''] = readdirSync(folder);
    expect(aside).toMatch(new RegExp(`^${name}\\.corrupt-.*\\.json$`));
    expect(readFileSync(path.join(folder, aside))).toEqual(bytes);
    expect(said).toContain(aside);
  }
}

it('sets a settings file aside that is damaged at any byte, names it, and starts without it', () => {
  eachSetAside('config', config, (file) => {
    const { document, warning } = loadUserDocument(file, keeper);
    expect(document).toEqual({ version: 3 });
    return warning && english(warning);
  });
});

it('sets a file of secrets aside that is damaged at any byte, and names it', () => {
  eachSetAside('secrets', secrets, (file) => {
    const vault = new SecretVault(file, cipher, () => false);
    const warning = vault.load();
    expect(vault.states()).toEqual({});
    return warning && english(warning);
  });
});

it('gives no try more to who damages the count of wrong PINs', () => {
  const settings = defaultSettings;
  for (const bytes of damagesOf('{"failures":5}')) {
    const folder = temporaryFolder();
    writeFileSync(path.join(folder, 'pin-attempts.json'), bytes);
    const lock = new AdminLock(
      () => ({ ...settings, adminPin: sealPin('1234') }),
      new FakeClock(),
      fileIn(folder, 'pin-attempts'),
    );
    const opened = lock.unlock('1234');
    expect(opened.ok ? 'opened' : opened.problem.message.id).toBe('problem.admin.tooManyPins');
  }
});
