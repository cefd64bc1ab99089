import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';
import { root } from '../../../build/lib/paths.mjs';
import { messages as nl } from '../../../shared/i18n/messages-nl.ts';
import { messages as tr } from '../../../shared/i18n/messages-tr.ts';
import { createTranslator } from '../../../shared/i18n/translate-message.ts';

/** Sentences that only logs, administrators' command lines, the demo's page and the schema's document show. */
const notShown =
  /^(electron\/(features\/demo|main|startup)|shared\/(i18n|model\/call-fields|dialects\/.*-fields))/;
const unseenCalls = new Set([
  'describe',
  'meta',
  'info',
  'warn',
  'error',
  'Error',
  'prepare',
  'run',
]);

/** The text of a literal, a template (`{0}` for each value) or a sum of them. */
function textOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isTemplateExpression(node)) {
    return (
      node.head.text +
      node.templateSpans.map(({ literal }, index) => `{${index}}${literal.text}`).join('')
    );
  }
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken) {
    const [left, right] = [textOf(node.left), textOf(node.right)];
    return left === undefined || right === undefined ? undefined : left + right;
  }
  return undefined;
}

const isSentence = (text: string): boolean =>
  /^[A-Z{"].* .*[.?]$/.test(text) && !/ [=<>]=? \?|^(SELECT|DELETE|UPDATE|INSERT) /.test(text);

function sentencesIn(file: string): string[] {
  const source = ts.createSourceFile(
    file,
    readFileSync(path.join(root, file), 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  );
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
      const name = node.expression.getText(source).split('.').at(-1) ?? '';
      if (unseenCalls.has(name)) return;
    }
    const text = textOf(node);
    if (text === undefined) {
      ts.forEachChild(node, visit);
    } else if (isSentence(text)) {
      found.push(text);
    }
  };
  visit(source);
  return found;
}

const sentences = new Set(
  ['shared', 'electron']
    .flatMap((folder) =>
      readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map(
        (name) => `${folder}/${name.replaceAll(path.sep, '/')}`,
      ),
    )
    .filter((file) => file.endsWith('.ts'))
    .filter((file) => !notShown.test(file))
    .flatMap(sentencesIn),
);

it('finds the sentences of the main process and of shared code', () => {
  expect(sentences.size).toBeGreaterThan(120);
  expect(sentences).toContain('Wrong PIN.');
});

for (const [language, messages] of Object.entries({ tr, nl })) {
  it(`has every sentence in ${language}, with what it names`, () => {
    expect([...sentences].filter((sentence) => !(sentence in messages))).toEqual([]);
    for (const [english, translation] of Object.entries(messages)) {
      const placeholders = (text: string) => [...text.matchAll(/\{\d\}/g)].map(String).sort();
      // What is plain without it may be left out, but nothing may be asked for that is not there.
      expect(placeholders(english), english).toEqual(
        expect.arrayContaining(placeholders(translation)),
      );
      expect(translation.trim(), english).not.toBe('');
    }
  });
}

it('translates what a sentence names along with it', () => {
  const translate = createTranslator(nl);
  expect(translate('It is not valid JSON: comma expected at line 13, column 1.')).toBe(
    'Het is geen geldige JSON: komma verwacht op regel 13, kolom 1.',
  );
  expect(translate('member_channel_id: The call ID is missing.')).toBe(
    'member_channel_id: De oproep-ID ontbreekt.',
  );
  expect(translate('Expired before it could be delivered. The receiver returned HTTP 503.')).toBe(
    'Verlopen voordat het kon worden afgeleverd. De ontvanger gaf HTTP 503 terug.',
  );
  expect(translate('Something nobody translated')).toBe('Something nobody translated');
});
