import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

export type Language = 'php' | 'node' | 'python';
const languages = {
  php: { fence: 'php', file: 'receiver.php', command: 'php' },
  node: { fence: 'js', file: 'receiver.mjs', command: process.execPath },
  python: { fence: 'python', file: 'receiver.py', command: 'python3' },
} as const;

/** The code block of a language in docs/receivers.md. */
export function receiverSnippet(document: string, language: Language): string {
  const { fence } = languages[language];
  const block = new RegExp(`\`\`\`${fence}\\n([\\s\\S]*?)\`\`\``).exec(document);
  if (block?.[1] === undefined) throw new Error(`no ${fence} block in docs/receivers.md`);
  return block[1];
}

/** Runs a receiver as it stands in the docs. It prints the parameters as JSON. */
export function runSnippet(
  language: Language,
  snippet: string,
  folder: string,
  env: Readonly<Record<string, string>>,
): Record<string, string> {
  const { file, command } = languages[language];
  const script = path.join(folder, file);
  writeFileSync(script, snippet);
  const output = execFileSync(command, [script], {
    env: { ...process.env, ...env },
    encoding: 'utf8',
  });
  return z.record(z.string(), z.string()).parse(JSON.parse(output));
}
