import { fieldRefSchema, likelyField, type FieldRef } from '../model/call-fields.ts';
import { fail, ok, type Result } from '../result.ts';
import { closestName } from '../text/closest-name.ts';
import { message, type Message } from '../text/message.ts';
import { valueFormats, type ValueFormat } from './format-value.ts';

/** text: as it is; number, boolean, json: becomes such a value if it is the whole JSON leaf. */
export const tokenTypes = ['text', 'number', 'boolean', 'json'] as const;
export type TokenType = (typeof tokenTypes)[number];

export interface Token {
  readonly field: FieldRef;
  /** Undefined: as usual at its place. */
  readonly format?: ValueFormat | undefined;
  readonly as: TokenType;
}

/** A text with tokens: literal pieces and tokens in turn. */
export type TokenText = readonly (string | Token)[];

const token = /\{\{([^{}]*)\}\}/g;

/**
 * Reads `Call from {{callerNumber|national}}`. Unknown tokens, and `{{` without an end, are problems, with the name that
 * was likely meant.
 */
export function parseTokenText(text: string): Result<TokenText> {
  const parts: (string | Token)[] = [];
  let end = 0;
  for (const match of text.matchAll(token)) {
    const [whole, inside = ''] = match;
    const parsed = parseToken(inside);
    if (!parsed.ok) return parsed;
    if (match.index > end) parts.push(text.slice(end, match.index));
    parts.push(parsed.value);
    end = match.index + whole.length;
  }
  if (end < text.length) parts.push(text.slice(end));
  const isOpen = parts.some((part) => typeof part === 'string' && part.includes('{{'));
  return isOpen ? fail(message('problem.template.tokenNotClosed')) : ok(parts);
}

/** Why a text with tokens cannot be used; undefined where it can. */
export function tokenTextProblem(text: string): Message | undefined {
  const parsed = parseTokenText(text);
  return parsed.ok ? undefined : parsed.problem.message;
}

export const tokenIn = (field: FieldRef, as: TokenType = 'text', format?: ValueFormat): string =>
  `{{${field}${format === undefined ? '' : `|${format}`}${as === 'text' ? '' : `:${as}`}}}`;

/** The fields that a text asks for; none where it cannot be read. */
export function fieldsIn(text: string): FieldRef[] {
  const parsed = parseTokenText(text);
  return parsed.ok
    ? parsed.value.flatMap((part) => (typeof part === 'string' ? [] : [part.field]))
    : [];
}

/** `field`, `field|format`, `field:type` or `field|format:type`. */
function parseToken(inside: string): Result<Token> {
  const { written, type } = splitType(inside);
  const as = tokenTypes.find((known) => known === type);
  if (as === undefined) {
    return fail(message('problem.template.unknownType', { token: inside, type }));
  }
  const bar = written.lastIndexOf('|');
  const name = bar === -1 ? written : written.slice(0, bar).trimEnd();
  const field = fieldRefSchema.safeParse(name);
  if (!field.success) {
    const meant = likelyField(name);
    const hint =
      meant === undefined ? message('problem.template.tokenForms') : didYouMean(`{{${meant}}}`);
    return fail(message('problem.template.unknownToken', { token: inside, hint }));
  }
  if (bar === -1) return ok({ field: field.data, as });
  const wanted = written.slice(bar + 1).trim();
  const format = valueFormats.find((known) => known === wanted);
  if (format !== undefined) return ok({ field: field.data, format, as });
  const meant = closestName(wanted, valueFormats);
  const hint =
    meant === undefined
      ? message('problem.template.formats', { formats: valueFormats.join(', ') })
      : didYouMean(`{{${name}|${meant}}}`);
  return fail(message('problem.template.unknownFormat', { token: inside, format: wanted, hint }));
}

/** What is behind the last colon is a type if it is a word. */
function splitType(inside: string): { readonly written: string; readonly type: string } {
  const colon = inside.lastIndexOf(':');
  const type = inside.slice(colon + 1).trim();
  return colon === -1 || !/^[a-z]+$/.test(type)
    ? { written: inside.trim(), type: 'text' }
    : { written: inside.slice(0, colon).trim(), type };
}

const didYouMean = (meant: string): Message => message('problem.didYouMean', { meant });
