import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { root } from '../../build/lib/paths.mjs';

export interface RegexLiteral {
  readonly source: string;
  readonly flags: string;
  /** Files and lines. */
  readonly places: string[];
}

/** Every regular expression in the code of these folders, as the compiler reads it. */
export function regexLiterals(folders: readonly string[]): {
  readonly literals: readonly RegexLiteral[];
  /** Where one is made of a text. */
  readonly made: readonly string[];
} {
  const literals = new Map<string, RegexLiteral>();
  const made: string[] = [];
  const look = (node: ts.Node, file: ts.SourceFile): void => {
    const place = `${file.fileName}:${file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1}`;
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      const found = literals.get(node.text) ?? {
        source: node.text.slice(1, end),
        flags: node.text.slice(end + 1),
        places: [],
      };
      found.places.push(place);
      literals.set(node.text, found);
    }
    if (isMade(node, file)) made.push(place);
    ts.forEachChild(node, (child) => look(child, file));
  };
  for (const name of folders.flatMap(filesIn)) {
    const text = readFileSync(path.join(root, name), 'utf8');
    const file = ts.createSourceFile(name, text, ts.ScriptTarget.Latest);
    look(file, file);
  }
  return { literals: [...literals.values()], made };
}

const isMade = (node: ts.Node, file: ts.SourceFile): boolean =>
  (ts.isNewExpression(node) || ts.isCallExpression(node)) &&
  node.expression.getText(file) === 'RegExp';

const filesIn = (folder: string): string[] =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => path.join(folder, name));
