import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';
import { root } from '../../../build/lib/paths.mjs';

/** The files that one file imports, types included: a circle of types is as hard to follow as one of code. */
function importsOf(file: string): string[] {
  return ts
    .preProcessFile(readFileSync(path.join(root, file), 'utf8'))
    .importedFiles.filter(({ fileName }) => /^\..*\.tsx?$/.test(fileName))
    .map(({ fileName }) => path.join(path.dirname(file), fileName));
}

/** Takes away what imports nothing that is left, again and again. What stays is in a circle, or imports one. */
function inCircles(imports: ReadonlyMap<string, readonly string[]>): string[] {
  const left = new Map(imports);
  for (let before = -1; before !== left.size;) {
    before = left.size;
    for (const [file, imported] of left) {
      if (!imported.some((one) => left.has(one))) left.delete(file);
    }
  }
  return [...left.keys()].filter((file) => [...left.values()].some((all) => all.includes(file)));
}

const files = ['electron', 'renderer', 'shared', 'gateway'].flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => path.join(folder, name)),
);

it('has no files that import each other in a circle', () => {
  const imports = new Map(files.map((file) => [file, importsOf(file)]));
  const named = [...imports.values()].flat();
  expect(named.length).toBeGreaterThan(files.length);
  expect(named.filter((file) => !existsSync(path.join(root, file)))).toEqual([]);
  expect(inCircles(imports)).toEqual([]);
});

it('finds a circle, and not what only leads to it', () => {
  const imports = new Map([
    ['a', ['b']],
    ['b', ['c']],
    ['c', ['b', 'd']],
    ['d', []],
  ]);
  expect(inCircles(imports)).toEqual(['b', 'c']);
});
