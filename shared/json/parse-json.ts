import { parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';
import { fail, ok, type Result } from '../result.ts';
import type { JsonObject, JsonValue } from './json-value.ts';
import { textPosition } from './text-position.ts';
import { message, type Message, verbatim } from '../text/message.ts';
import { isMessageId } from '../text/catalogues.ts';

/** Deeper than any provider nests; a guard against stack exhaustion by a hostile frame. */
const maxDepth = 64;

/** Assigned in a later step it would change an object's prototype: never let in. */
const forbiddenKey = '__proto__';

/**
 * Parses strict JSON from outside.
 *
 * Unlike JSON.parse a syntax error names line and column, a name given twice is refused rather than
 * silently decided, and `__proto__` is left out.
 */
export function parseJson(text: string): Result<JsonValue> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return fail(syntaxProblem(text));
  }
  const copy = copyChecked(value, 0);
  if (copy === undefined) return fail(message('problem.document.tooDeep', { limit: maxDepth }));
  const tree = parseTree(text);
  const duplicate = tree === undefined ? undefined : firstDuplicate(tree);
  return duplicate === undefined
    ? ok(copy)
    : fail(
        message('problem.json.nameTwice', {
          name: duplicate.name,
          position: textPosition(text, duplicate.offset),
        }),
      );
}

/** A copy without `__proto__`; undefined where the nesting is deeper than maxDepth. */
function copyChecked(value: unknown, depth: number): JsonValue | undefined {
  if (depth > maxDepth) return undefined;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    return value;
  }
  if (typeof value !== 'object' || value === null) return null;
  const isList = Array.isArray(value);
  const list: JsonValue[] = [];
  const record: JsonObject = {};
  for (const [key, item] of Object.entries(value)) {
    if (!isList && key === forbiddenKey) continue;
    const copy = copyChecked(item, depth + 1);
    if (copy === undefined) return undefined;
    if (isList) list.push(copy);
    else record[key] = copy;
  }
  return isList ? list : record;
}

function syntaxProblem(text: string): Message {
  if (text.trim() === '') return message('problem.json.empty');
  const first = firstSyntaxError(text);
  if (first === undefined) return message('problem.json.invalid');
  const reason = syntaxReason(printParseErrorCode(first.error));
  const position = textPosition(text, first.offset);
  return message('problem.json.syntax', { reason, position });
}

function syntaxReason(name: string): Message {
  const id = `problem.json.syntaxReason.${name}`;
  return isMessageId(id) ? { id } : verbatim(name);
}

function firstSyntaxError(text: string): ParseError | undefined {
  const errors: ParseError[] = [];
  try {
    parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  } catch {
    // A hostile text can nest deeper than the stack: then there is no place to name.
  }
  return errors[0];
}

function firstDuplicate(node: Node): { name: string; offset: number } | undefined {
  const seen = new Set<string>();
  for (const child of node.children ?? []) {
    if (node.type === 'object') {
      const key = child.children?.[0];
      const name = String(key?.value);
      if (seen.has(name)) return { name, offset: key?.offset ?? child.offset };
      seen.add(name);
    }
    const inner = firstDuplicate(child);
    if (inner !== undefined) return inner;
  }
  return undefined;
}
