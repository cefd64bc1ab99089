import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { root } from '../../../build/lib/paths.mjs';
import { settingsInputSchema } from '../../../shared/model/settings.ts';

const inRoot = ['README.md', 'CONTRIBUTING.md', 'ARCHITECTURE.md', 'SECURITY.md'];
const inDocs = readdirSync(path.join(root, 'docs'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.md'))
  .map((name) => path.join('docs', name));
const documents = [...inRoot, ...inDocs];

const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(createRequire(import.meta.url)('../../../package.json'));

/** A pattern or a call in code looks like a link. */
const withoutCode = (text: string): string =>
  text.replace(/^```[^]*?^```/gm, '').replace(/`[^`\n]*`/g, '');

const found = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map(([, one = '']) => one);

it.each(documents)('names only what is there: %s', (name) => {
  const text = readFileSync(path.join(root, name), 'utf8');
  const links = found(withoutCode(text), /\]\(([^)#\s]+)[^)]*\)/g).filter(
    (link) => !link.includes(':'),
  );
  const gone = links.filter((link) => !existsSync(path.join(root, path.dirname(name), link)));
  expect(gone).toEqual([]);
  const unknown = found(text, /npm run (?:-s )?([a-z][\w:-]*)/g).filter((one) => !(one in scripts));
  expect(unknown).toEqual([]);
  const settings = found(text, /`settings\.([a-zA-Z]+)/g);
  expect(settings.filter((one) => !(one in settingsInputSchema.shape))).toEqual([]);
});
