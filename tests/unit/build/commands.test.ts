import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../../build/lib/paths.mjs';
import { commandsThatDoNot, commandsThatRun } from '../../support/documented-commands.ts';

const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

/** Lines of code blocks, and commands in the text. Those of fenced blocks a test of their own runs as they stand. */
function commandsIn(document: string): string[] {
  const text = read(document).replace(/^```[^]*?^```/gm, '');
  const lines = [...text.matchAll(/^ {4}(\S.*)$/gm)].map(([, line = '']) => line);
  const inText = text.matchAll(/`((?:npm|sudo|msiexec|gh|git) [^`]+)`/g);
  return [
    ...lines.map((line) => line.replace(/ {2,}#.*/, '').trim()),
    ...[...inText].map(([, command = '']) => command.replace(/\s+/g, ' ')),
  ];
}

const documents = ['README.md', 'CONTRIBUTING.md', 'docs/deploy.md', 'docs/gateway.md'];

it('runs each command of the documents, or says why it does not', () => {
  const known = [...Object.keys(commandsThatRun), ...Object.keys(commandsThatDoNot)];
  const found = new Set(documents.flatMap(commandsIn));
  expect([...found].sort()).toEqual(known.sort());
});

it.each(Object.entries(commandsThatRun))('has what runs %s', (_command, [file, evidence]) => {
  expect(read(file)).toContain(evidence);
});

it('has fenced commands in the one document whose blocks are run', () => {
  const fenced = documents.filter((name) => /^```(?:sh|bash|console)$/m.test(read(name)));
  expect(fenced).toEqual(['docs/gateway.md']);
  expect(read('tests/integration/gateway-document.test.ts')).toContain("'docs/gateway.md'");
});
