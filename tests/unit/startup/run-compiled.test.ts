import { readFileSync, writeFileSync } from 'node:fs';
import { wrap } from 'node:module';
import path from 'node:path';
import { Script } from 'node:vm';
import { expect, it } from 'vitest';
import { runCompiled } from '../../../electron/startup/run-compiled.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const source = `exports.own = 'main';
const { value } = require('./other.cjs');
require('node:fs').appendFileSync(__dirname + '/ran', value() + ' in ' + __filename);`;
/** As the bundler makes what is loaded on demand: it imports from the file that loads it. */
const other = `const main = require('./main.cjs');
exports.value = () => 'other of ' + main.own;`;

function folderWith(main: string, compiled?: Buffer) {
  const folder = temporaryFolder();
  const file = path.join(folder, 'main.cjs');
  writeFileSync(file, main);
  writeFileSync(path.join(folder, 'other.cjs'), other);
  const name = `main.${process.platform}-${process.arch}.v8`;
  if (compiled !== undefined) writeFileSync(path.join(folder, name), compiled);
  return { file, ran: () => readFileSync(path.join(folder, 'ran'), 'utf8') };
}

const compiledOf = (text: string): Buffer => new Script(wrap(text)).createCachedData();

/** V8 looks at a number at the start, in which its version is. */
const ofAnotherV8 = (): Buffer => {
  const bytes = compiledOf(source);
  bytes.writeUInt32LE(0, 0);
  return bytes;
};

it.each([
  ['the code of this source', true, compiledOf(source)],
  ['no code', false, undefined],
  ['the code of another V8', false, ofAnotherV8()],
  ['no bytes', false, Buffer.alloc(0)],
  ['the code of a longer source', false, compiledOf(`${source}\n//`)],
])('runs a module with %s', (_what, isUsed, compiled) => {
  const { file, ran } = folderWith(source, compiled);
  expect(runCompiled(file)).toBe(isUsed);
  expect(ran()).toBe(`other of main in ${file}`);
});
