import { z } from 'zod';
import { secretRefSchema } from '../model/secret.ts';

/** One field of a definition or setting that gets another value. */
export interface FieldChange {
  /** As in the configuration file: `window.close.when`, `parameters[phone].format`. */
  readonly field: string;
  /** Undefined where it is not set, and for keys and tokens. */
  readonly before?: string | undefined;
  readonly after?: string | undefined;
  /** A key or token: that it changes is said, not what it is. */
  readonly isSecret: boolean;
}

/** Characters of a value: enough to tell two apart. */
const valueLength = 200;
/** Of one definition. What changes more is another definition. */
const mostChanges = 50;

const recordSchema = z.record(z.string(), z.unknown());
const namedSchema = z.looseObject({ id: z.string().optional(), name: z.string().optional() });

interface Leaf {
  readonly text: string;
  readonly isSecret: boolean;
}

/** The fields that differ, in the order of the newer one. Equal values have none. */
export function fieldChanges(before: unknown, after: unknown): readonly FieldChange[] {
  const old = leavesOf(before);
  const current = leavesOf(after);
  const changes: FieldChange[] = [];
  for (const field of new Set([...current.keys(), ...old.keys()])) {
    const [was, is] = [old.get(field), current.get(field)];
    if (was?.text === is?.text && was?.isSecret === is?.isSecret) continue;
    const isSecret = was?.isSecret === true || is?.isSecret === true;
    const shown = isSecret ? {} : { before: cut(was), after: cut(is) };
    changes.push({ field, isSecret, ...shown });
    if (changes.length === mostChanges) break;
  }
  return changes;
}

function leavesOf(value: unknown): Map<string, Leaf> {
  const leaves = new Map<string, Leaf>();
  collect(value, '', leaves);
  return leaves;
}

function collect(value: unknown, path: string, leaves: Map<string, Leaf>): void {
  if (value === undefined) return;
  const secret = secretRefSchema.safeParse(value);
  if (secret.success) {
    leaves.set(path, { text: secret.data.secret, isSecret: true });
    return;
  }
  if (Array.isArray(value)) {
    collectList(value, path, leaves);
    return;
  }
  const record = recordSchema.safeParse(value);
  if (!record.success) {
    leaves.set(path, { text: textOf(value), isSecret: false });
    return;
  }
  for (const [name, part] of Object.entries(record.data)) {
    collect(part, path === '' ? name : `${path}.${name}`, leaves);
  }
}

/** Words are one value. What has a name is found by it, wherever it stands; the rest by its place. */
function collectList(list: readonly unknown[], path: string, leaves: Map<string, Leaf>): void {
  if (list.every((item) => typeof item !== 'object' || item === null)) {
    leaves.set(path, { text: list.map(textOf).join(', '), isSecret: false });
    return;
  }
  const names = list.map(nameOf);
  const isNamed = !names.includes(undefined) && new Set(names).size === names.length;
  list.forEach((item, index) => {
    collect(item, `${path}[${isNamed ? names[index] : index + 1}]`, leaves);
  });
}

function nameOf(item: unknown): string | undefined {
  const named = namedSchema.safeParse(item);
  return named.success ? (named.data.id ?? named.data.name) : undefined;
}

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : JSON.stringify(value);

function cut(leaf: Leaf | undefined): string | undefined {
  if (leaf === undefined || leaf.text.length <= valueLength) return leaf?.text;
  return `${leaf.text.slice(0, valueLength)}…`;
}
