import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { valuesType } from '../../../build/message-values.ts';
import { root } from '../../../build/lib/paths.mjs';
import { catalogues, en } from '../../../shared/text/catalogues.ts';
import { chooseLanguage } from '../../../shared/text/languages.ts';
import { english } from '../../../shared/text/english.ts';
import {
  keptProblemSchema,
  message,
  messageSchema,
  problemFromText,
  problemToText,
  verbatim,
} from '../../../shared/text/message.ts';
import { createTranslate } from '../../../shared/text/translate.ts';

const dutch = createTranslate(catalogues.nl, 'nl');
const turkish = createTranslate(catalogues.tr, 'tr');

it.each(['nl', 'tr'] as const)('has every text in %s, and names nothing else in it', (name) => {
  const catalogue: Readonly<Record<string, string>> = catalogues[name];
  expect(Object.keys(catalogue)).toEqual(Object.keys(en));
  for (const [id, text] of Object.entries(en)) {
    const translated = catalogue[id] ?? '';
    expect(translated.trim(), id).not.toBe(text.trim() === '' ? text : '');
    // A plural may need no number of its own, so a language can name less, but nothing that is not there.
    const named = [...valuesType(text).keys()];
    for (const value of valuesType(translated).keys()) expect(named, id).toContain(value);
  }
});

it('uses every text', () => {
  const sources = ['shared', 'electron', 'renderer', 'build']
    .flatMap((folder) =>
      readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
        path.join(root, folder, file),
      ),
    )
    .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('message-values.ts'))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
  // t(`stage.${stage}`) stands for every text that begins and ends so.
  const computed = [
    ...sources.matchAll(/(?:\bt|\bmessage|\bwords|\benglish|\.t\(\))\(\s*`([^`]+)`/g),
    ...sources.matchAll(/const id = `([^`]+)`/g),
  ].map(
    ([, id = '']) =>
      new RegExp(`^${id.replaceAll('.', '\\.').replace(/\$\{[^}]*\}/g, '[\\w-]+')}$`),
  );
  const unused = Object.keys(en).filter(
    (id) => !sources.includes(`'${id}'`) && !computed.some((form) => form.test(id)),
  );
  expect(unused).toEqual([]);
});

it('counts in every language', () => {
  expect(english('desk.rejected', { count: 1 })).toBe('1 message could not be read');
  expect(english('desk.rejected', { count: 1200 })).toBe('1,200 messages could not be read');
  expect(dutch('desk.rejected', { count: 1200 })).toBe(
    '1.200 berichten konden niet worden gelezen',
  );
  expect(turkish('shell.notify.missedCount', { count: 3 })).toBe('3 cevapsız çağrı');
});

it('says in one language what stands in a message within a message', () => {
  const syntax = message('problem.json.syntax', {
    reason: message('problem.json.syntaxReason.CommaExpected'),
    position: message('problem.document.position', { line: 13, column: 1 }),
  });
  expect(english(syntax)).toBe('It is not valid JSON: comma expected at line 13, column 1.');
  expect(dutch(syntax)).toBe('Het is geen geldige JSON: komma verwacht op regel 13, kolom 1.');
});

it('writes lists as the language does', () => {
  const options = ['a', 'b', 'c'];
  expect(english('problem.schema.option', { options })).toBe('Use one of a, b, and c.');
  expect(dutch('problem.schema.option', { options })).toBe('Gebruik een van a, b en c.');
});

it('shows text of others as it is, braces and all', () => {
  expect(dutch(verbatim('{oops} <b>'))).toBe('{oops} <b>');
  expect(dutch('problem.connection.failed', { reason: '{code} <b>' })).toContain('{code} <b>');
});

it('reads what a version before 0.2 stored: sentences, and nothing for no problem', () => {
  expect(problemFromText('')).toBeNull();
  expect(problemFromText('The server does not answer.')).toEqual(
    verbatim('The server does not answer.'),
  );
  expect(keptProblemSchema.parse('')).toBeNull();
  expect(messageSchema.parse('Full.')).toEqual(verbatim('Full.'));
  const now = message('problem.delivery.status', { status: 503 });
  expect(problemFromText(problemToText(now))).toEqual(now);
  expect(problemFromText('{"id":')).toEqual(verbatim('{"id":'));
});

it('shows the name of a text that only a newer version has', () => {
  expect(english(messageSchema.parse({ id: 'problem.of.tomorrow' }))).toBe('problem.of.tomorrow');
});

it('shows the text itself where a row of another version lacks a value', () => {
  const stored = messageSchema.parse({ id: 'problem.connection.failed', values: { code: 'X' } });
  expect(english(stored)).toBe('The connection failed: {reason}.');
});

it('takes the first language of the system that is one', () => {
  expect(chooseLanguage('system', ['C', 'nl-BE'])).toEqual({ name: 'nl', locale: 'nl-BE' });
  expect(chooseLanguage('system', ['C'])).toEqual({ name: 'en', locale: 'en' });
  expect(chooseLanguage('tr', ['not a locale'])).toEqual({ name: 'tr', locale: 'tr' });
});
