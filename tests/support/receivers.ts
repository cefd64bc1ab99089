import { execFileSync } from 'node:child_process';
import { existsSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { root } from '../../build/lib/paths.mjs';

export type Language = 'php' | 'node' | 'python' | 'shell';
const languages = {
  php: { fence: 'php', file: 'receiver.php', command: 'php' },
  node: { fence: 'js', file: 'receiver.mjs', command: process.execPath },
  python: { fence: 'python', file: 'receiver.py', command: 'python3' },
  shell: { fence: 'bash', file: 'receiver.sh', command: 'bash' },
} as const;

/** The code block of a language in docs/receivers.md: the first one, or the first under a heading. */
export function receiverSnippet(document: string, language: Language, heading?: string): string {
  const { fence } = languages[language];
  const from = heading === undefined ? 0 : document.indexOf(`\n## ${heading}\n`);
  const block = new RegExp(`\`\`\`${fence}\\n([\\s\\S]*?)\`\`\``).exec(
    from === -1 ? '' : document.slice(from),
  );
  if (block?.[1] === undefined) throw new Error(`no ${fence} block in docs/receivers.md`);
  return block[1];
}

/** Runs a receiver as it stands in the docs. It prints the parameters as JSON; the shell's as they are. */
export function runSnippet(
  language: Language,
  snippet: string,
  folder: string,
  env: Readonly<Record<string, string>>,
): Record<string, string> {
  const { file, command } = languages[language];
  const script = path.join(folder, file);
  writeFileSync(script, snippet);
  const modules = path.join(folder, 'node_modules');
  if (language === 'node' && !existsSync(modules))
    symlinkSync(path.join(root, 'node_modules'), modules);
  const output = execFileSync(command, [script], {
    env: { ...process.env, ...env },
    encoding: 'utf8',
  });
  if (language === 'shell') return Object.fromEntries(new URLSearchParams(output));
  return z.record(z.string(), z.string()).parse(JSON.parse(output));
}
