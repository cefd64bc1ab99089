import { createHash } from 'node:crypto';
import type fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { parseJson } from '../../shared/json/parse-json.ts';

/** As far as we read it, @electron/asar's header: a tree of folders and files. */
interface Folder {
  readonly files: Readonly<Record<string, Entry>>;
}
interface File {
  readonly unpacked?: true | undefined;
  readonly integrity?: { readonly hash: string } | undefined;
}
type Entry = Folder | File;

const entrySchema: z.ZodType<Entry> = z.lazy(() =>
  z.union([
    z.object({ files: z.record(z.string(), entrySchema) }),
    z.object({
      unpacked: z.literal(true).optional(),
      integrity: z.object({ hash: z.string() }).optional(),
    }),
  ]),
);

/**
 * Worker threads and the native addon lie beside the archive, where Electron checks nothing. The archive's header, which it
 * does check, has the hash of each of them.
 *
 * @param files Electron's own make an archive look like a folder: `original-fs`
 * @param ownSignature ends of names that the system checks itself: macOS signs native code, which changes it
 * @returns the first that was changed, is missing, or does not belong there; undefined where all is well
 */
export function changedBesideArchive(
  archive: string,
  files: Pick<typeof fs, 'readFileSync' | 'readdirSync' | 'openSync' | 'readSync' | 'closeSync'>,
  ownSignature: readonly string[] = [],
): string | undefined {
  const expected = new Map(hashesIn(readHeader(archive, files)));
  const beside = `${archive}.unpacked`;
  const found = new Set(filesBelow(beside, '', files));
  return (
    [...found].find((name) => !expected.has(name)) ??
    [...expected].find(([name, hash]) => {
      if (!found.has(name)) return true;
      if (ownSignature.some((end) => name.endsWith(end))) return false;
      return sha256(files.readFileSync(path.join(beside, name))) !== hash;
    })?.[0]
  );
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Names with `/`, and the hash that each file beside the archive has to have. */
function hashesIn(entry: Entry, name = ''): (readonly [string, string])[] {
  if (!('files' in entry)) {
    return entry.unpacked === true ? [[name, entry.integrity?.hash ?? '']] : [];
  }
  return Object.entries(entry.files).flatMap(([part, child]) =>
    hashesIn(child, name === '' ? part : `${name}/${part}`),
  );
}

function filesBelow(folder: string, name: string, files: Pick<typeof fs, 'readdirSync'>): string[] {
  const entries = files.readdirSync(path.join(folder, name), { withFileTypes: true });
  return entries.flatMap((entry) => {
    const child = name === '' ? entry.name : `${name}/${entry.name}`;
    return entry.isDirectory() ? filesBelow(folder, child, files) : [child];
  });
}

/** Two Chromium pickles: one of four bytes with the size of the next, which holds a text with its length. */
function readHeader(
  archive: string,
  files: Pick<typeof fs, 'openSync' | 'readSync' | 'closeSync'>,
): Entry {
  const handle = files.openSync(archive, 'r');
  try {
    const sizes = Buffer.alloc(16);
    files.readSync(handle, sizes, 0, sizes.length, 0);
    const text = Buffer.alloc(sizes.readUInt32LE(12));
    files.readSync(handle, text, 0, text.length, sizes.length);
    const header = parseJson(text.toString('utf8'));
    return entrySchema.parse(header.ok ? header.value : undefined);
  } finally {
    files.closeSync(handle);
  }
}
