import { callFieldNames, fieldRefSchema, type FieldRef } from '../model/call-fields.ts';
import { fail, ok, type Result } from '../result.ts';
import { closestName } from '../text/closest-name.ts';
import { message, type Message } from '../text/message.ts';

/** text: as it is; number, boolean, json: becomes such a value if it is the whole JSON leaf. */
export const tokenTypes = ['text', 'number', 'boolean', 'json'] as const;
export type TokenType = (typeof tokenTypes)[number];

export interface Token {
  readonly field: FieldRef;
  readonly as: TokenType;
}

/** A text with tokens: literal pieces and tokens in turn. */
export type TokenText = readonly (string | Token)[];

const token = /\{\{([^{}]*)\}\}/g;

/** Reads `Call from {{callerNumber}}`. Unknown tokens are problems, with the name that was likely meant. */
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
  return ok(parts);
}

/** Why a text with tokens cannot be used; undefined where it can. */
export function tokenTextProblem(text: string): Message | undefined {
  const parsed = parseTokenText(text);
  return parsed.ok ? undefined : parsed.problem.message;
}

export const tokenIn = (field: FieldRef, as: TokenType = 'text'): string =>
  as === 'text' ? `{{${field}}}` : `{{${field}:${as}}}`;

/** The fields that a text asks for; none where it cannot be read. */
export function fieldsIn(text: string): FieldRef[] {
  const parsed = parseTokenText(text);
  return parsed.ok
    ? parsed.value.flatMap((part) => (typeof part === 'string' ? [] : [part.field]))
    : [];
}

function parseToken(inside: string): Result<Token> {
  const [, name = '', type = 'text'] = /^\s*(.*?)\s*(?::\s*([a-z]+)\s*)?$/.exec(inside) ?? [];
  const as = tokenTypes.find((known) => known === type);
  if (as === undefined) {
    return fail(message('problem.template.unknownType', { token: inside, type }));
  }
  const field = fieldRefSchema.safeParse(name);
  if (field.success) return ok({ field: field.data, as });
  const meant = closestName(name, callFieldNames);
  const hint =
    meant === undefined
      ? message('problem.template.tokenForms')
      : message('problem.template.didYouMean', { token: meant });
  return fail(message('problem.template.unknownToken', { token: inside, hint }));
}
