import { isJsonObject, type JsonObject, type JsonValue } from '../json/json-value.ts';
import { parseJson, parseStrictJson } from '../json/parse-json.ts';
import { fail, ok, type Result } from '../result.ts';
import { formattedField } from './format-value.ts';
import { fillText, type FillSettings } from './fill-text.ts';
import { parseTokenText, type Token, type TokenText } from './token-text.ts';

/** A JSON template ready to be filled: the document with its texts read. */
export type JsonTemplate =
  | { readonly kind: 'text'; readonly parts: TokenText }
  | { readonly kind: 'value'; readonly value: JsonValue }
  | { readonly kind: 'list'; readonly items: readonly JsonTemplate[] }
  | { readonly kind: 'object'; readonly members: readonly (readonly [string, JsonTemplate])[] };

/** Reads a template: JSON first, then the tokens at its leaves, so that a value can never break it. */
export function parseJsonTemplate(text: string): Result<JsonTemplate> {
  const document = parseStrictJson(text);
  return document.ok ? read(document.value, '') : document;
}

function read(value: JsonValue, path: string): Result<JsonTemplate> {
  if (typeof value === 'string') {
    const parts = parseTokenText(value);
    return parts.ok ? ok({ kind: 'text', parts: parts.value }) : fail(parts.problem.message, path);
  }
  if (Array.isArray(value)) {
    const items: JsonTemplate[] = [];
    for (const [index, item] of value.entries()) {
      const one = read(item, `${path}/${index}`);
      if (!one.ok) return one;
      items.push(one.value);
    }
    return ok({ kind: 'list', items });
  }
  if (!isJsonObject(value)) return ok({ kind: 'value', value });
  const members: (readonly [string, JsonTemplate])[] = [];
  for (const [name, item] of Object.entries(value)) {
    const one = read(item, `${path}/${name}`);
    if (!one.ok) return one;
    members.push([name, one.value]);
  }
  return ok({ kind: 'object', members });
}

/** Fills a template. Undefined where all of it is one token that is to be dropped. */
export function fillJson(template: JsonTemplate, settings: FillSettings): JsonValue | undefined {
  switch (template.kind) {
    case 'value':
      return template.value;
    case 'text':
      return fillLeaf(template.parts, settings);
    case 'list':
      return template.items
        .map((item) => fillJson(item, settings))
        .filter((value) => value !== undefined);
    case 'object': {
      const filled: JsonObject = {};
      for (const [name, item] of template.members) {
        const value = fillJson(item, settings);
        if (value !== undefined) filled[name] = value;
      }
      return filled;
    }
  }
}

function fillLeaf(parts: TokenText, settings: FillSettings): JsonValue | undefined {
  const [only] = parts;
  if (parts.length !== 1 || only === undefined || typeof only === 'string') {
    return fillText(parts, settings) ?? '';
  }
  const value = typedValue(only, settings);
  if (value !== undefined) return value;
  switch (settings.whenUnset) {
    case 'empty':
      return '';
    case 'null':
      return null;
    case 'drop':
      return undefined;
  }
}

/** The value in the kind that the token names; as text where it is not of that kind. */
export function typedValue(token: Token, { call, dates }: FillSettings): JsonValue | undefined {
  const { as } = token;
  const text = formattedField(call, token, dates);
  if (text === undefined || as === 'text') return text;
  if (as === 'boolean') {
    if (/^(true|1|yes)$/i.test(text)) return true;
    return /^(false|0|no)$/i.test(text) ? false : text;
  }
  if (as === 'number') return asNumber(text) ?? text;
  const parsed = parseJson(text);
  return parsed.ok ? parsed.value : text;
}

/** Only where nothing of it is lost: a long number, or one with leading zeros, stays a text. */
function asNumber(text: string): number | undefined {
  const number = /^-?(0|[1-9]\d*)(\.\d+)?$/.test(text) ? Number(text) : NaN;
  return Number.isFinite(number) && Math.abs(number) <= Number.MAX_SAFE_INTEGER
    ? number
    : undefined;
}
