import { existsSync } from 'node:fs';
import path from 'node:path';
import { checkSync } from 'recheck';
import { expect, it } from 'vitest';
import { root } from '../../../build/lib/paths.mjs';
import { regexLiterals } from '../../support/regex-literals.ts';

/** Those that may backtrack, each with the reason why nobody can make them: none so far. */
const reasoned: Readonly<Record<string, string>> = {};

const folders = ['shared', 'electron', 'renderer', 'gateway'].filter((name) =>
  existsSync(path.join(root, name)),
);

it('has only regular expressions whose time grows with the text, and no faster', () => {
  const { literals, made } = regexLiterals(folders);
  expect(literals.length).toBeGreaterThan(100);
  const unsafe = literals
    .filter(({ source }) => reasoned[source] === undefined)
    // No clock decides: a check that takes long is a finding too, by its own limit.
    .filter(({ source, flags }) => checkSync(source, flags, { timeout: 30_000 }).status !== 'safe')
    .map(({ source, flags, places }) => `/${source}/${flags} in ${places.join(', ')}`);
  expect(unsafe).toEqual([]);
  // Of a text that anybody wrote only RE2 makes an expression.
  expect(made).toEqual([]);
}, 300_000);
