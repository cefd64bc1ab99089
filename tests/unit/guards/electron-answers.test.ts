import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';
import { root } from '../../../build/lib/paths.mjs';
import {
  eventAnswers,
  handlerAnswers,
  type ElectronAnswer,
} from '../../../electron/platform/guards/electron-answers.ts';

/** An event, and whether Electron does something by itself where nobody prevents it or answers. */
interface DeclaredEvent {
  readonly name: string;
  readonly hasDefault: boolean;
}

const declarations = path.join(root, 'node_modules/electron/electron.d.ts');
const text = readFileSync(declarations, 'utf8');
const source = ts.createSourceFile(declarations, text, ts.ScriptTarget.Latest, true);

/** Each class or interface with its members' declarations, as they are written. */
const members = new Map<string, (ts.ClassElement | ts.TypeElement)[]>();
const visit = (node: ts.Node): void => {
  if ((ts.isClassDeclaration(node) || ts.isInterfaceDeclaration(node)) && node.name) {
    const { text: name } = node.name;
    members.set(name, [...(members.get(name) ?? []), ...node.members]);
  }
  ts.forEachChild(node, visit);
};
visit(source);

function eventsOf(name: string): Map<string, DeclaredEvent> {
  const found = new Map<string, DeclaredEvent>();
  for (const member of members.get(name) ?? []) {
    const written = member.getText();
    const event = /^on\(event: '([^']+)'/.exec(written)?.[1];
    if (event === undefined) continue;
    const comment = text.slice(member.getFullStart(), member.getStart());
    const hasDefault = /callback/i.test(written) || comment.includes('preventDefault');
    found.set(event, {
      name: event,
      hasDefault: hasDefault || found.get(event)?.hasDefault === true,
    });
  }
  return found;
}

it.each(Object.entries(eventAnswers))('answers every event of %s', (name, answers) => {
  const declared = eventsOf(name);
  expect(declared.size).toBeGreaterThan(20);
  expect(Object.keys(answers).sort()).toEqual([...declared.keys()].sort());
  const merelyTold = Object.entries<ElectronAnswer>(answers)
    .filter(([event, { answer }]) => answer === 'told' && declared.get(event)?.hasDefault)
    .map(([event]) => event);
  expect(merelyTold).toEqual([]);
});

it('answers every handler that a session or a page may have', () => {
  const declared = new Set([...text.matchAll(/^ {4}(set\w+Handler)\(/gm)].map(([, name]) => name));
  expect(Object.keys(handlerAnswers).sort()).toEqual([...declared].sort());
});

it('does in the named file what the answer says', () => {
  const answers = [...Object.values(eventAnswers), handlerAnswers].flatMap((group) =>
    Object.entries<ElectronAnswer>(group),
  );
  const missing = answers.filter(([name, answer]) => {
    if (!('file' in answer)) return false;
    const code = readFileSync(path.join(root, 'electron', answer.file), 'utf8');
    return !code.includes(`'${name}'`) && !code.includes(`.${name}(`);
  });
  expect(missing).toEqual([]);
});
