import jsonata from 'jsonata';
import { parseJson } from '../json/parse-json.ts';
import type { JsonValue } from '../json/json-value.ts';
import { textPosition } from '../json/text-position.ts';
import { fail, ok, type Result } from '../result.ts';
import { message, type Message, verbatim } from '../text/message.ts';
import { english } from '../text/english.ts';
import { linearRegexEngine } from './linear-regex.ts';
import { mappingLimits } from './mapping-limits.ts';

export interface MappingRequest {
  readonly expression: string;
  /** JSON text. */
  readonly payload: string;
  readonly topic: string;
}

type Expression = ReturnType<typeof jsonata>;

/** A source has one expression; the editor tries a new one with every pause in typing. */
const maxCompiled = 20;
const compiled = new Map<string, Expression>();

/**
 * Evaluates a mapping. Runs in a process of its own: an expression can loop for ever or ask for all the memory there is,
 * and only a process can end of either without taking the app with it.
 *
 * Besides JSONata's own functions: `$json(text)` reads JSON inside a text, `$topic` is the subject or topic.
 * `$eval` is taken away: payloads come from outside, and what is outside must never be run.
 *
 * @returns null where the expression gave nothing; a problem names line and column of the expression
 */
export async function evaluateMapping(request: MappingRequest): Promise<Result<JsonValue>> {
  const { expression, payload, topic } = request;
  try {
    const program = compile(expression);
    const output: unknown = await program.evaluate(JSON.parse(payload), { topic });
    return output === undefined ? ok(null) : resultOf(JSON.stringify(output));
  } catch (error) {
    return fail(problemOf(error, expression));
  }
}

function resultOf(json: string): Result<JsonValue> {
  const { resultCharacters: limit } = mappingLimits;
  return json.length > limit
    ? fail(message('problem.mapping.resultTooLong', { limit }))
    : parseJson(json);
}

function compile(expression: string): Expression {
  const known = compiled.get(expression);
  if (known !== undefined) return known;
  const program = jsonata(expression, {
    RegexEngine: linearRegexEngine,
    stack: mappingLimits.depth,
    sequence: mappingLimits.items,
  });
  program.registerFunction('json', (text: unknown) => readJson(text), '<x?:x>');
  program.registerFunction('eval', () => {
    throw new Error('$eval is not available: use $json to read JSON inside a text');
  });
  if (compiled.size >= maxCompiled) compiled.clear();
  compiled.set(expression, program);
  return program;
}

/** Some PBXs send an object as a text inside the message, others as an object: both are read. */
function readJson(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const parsed = parseJson(value);
  if (!parsed.ok) throw new Error(`$json: ${english(parsed.problem.message)}`);
  return parsed.value;
}

function problemOf(error: unknown, expression: string): Message {
  if (typeof error !== 'object' || error === null) return verbatim(String(error));
  const { message: said, position } = { message: '', position: undefined, ...error };
  const text = (error instanceof Error ? error.message : said).replace(/\.$/, '');
  return typeof position === 'number'
    ? message('problem.mapping.errorAt', {
        position: textPosition(expression, Math.max(0, position - 1)),
        reason: text,
      })
    : message('problem.mapping.error', { reason: text });
}
