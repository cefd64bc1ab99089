import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../build/lib/paths.mjs';

/** The code block of docs/scaling.md that holds a text. */
function block(holding: string): string {
  const page = readFileSync(path.join(root, 'docs/scaling.md'), 'utf8');
  const found = page
    .split('```\n')
    .find((part, index) => index % 2 === 1 && part.includes(holding));
  if (found === undefined) throw new Error(`docs/scaling.md has no block with ${holding}`);
  return found;
}

const natsBlock = (): string => block('permissions');

/** The documented NATS user of agent 83, for another agent. */
export function natsAgent(id: string, password: string): string {
  const user = /users: \[ (\{.*\}) \] \}/s.exec(natsBlock())?.[1] ?? '';
  return user.replaceAll('83', id).replace('"..."', `"${password}"`);
}

/** The documented permissions, with the name of the agent as a scoped signing key has it. */
export function scopedRights() {
  const list = (name: string): string[] => {
    const texts = new RegExp(`${name}: \\[([^\\]]*)\\]`).exec(natsBlock())?.[1] ?? '';
    return [...texts.matchAll(/"([^"]+)"/g)].map(([, one = '']) =>
      one.replaceAll('83', '{{name()}}'),
    );
  };
  return { pub: { allow: list('publish') }, sub: { allow: list('subscribe') } };
}

/** The documented access rules of mosquitto. */
export const mosquittoRules = (): string => block('pattern read');
