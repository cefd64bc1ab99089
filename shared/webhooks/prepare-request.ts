import { jsonText, type JsonObject, type JsonValue } from '../json/json-value.ts';
import type { CallData } from '../model/call-fields.ts';
import { readField } from '../model/read-field.ts';
import type { SecretRef } from '../model/secret.ts';
import type { Template } from '../model/template.ts';
import type { NamedValue, Webhook } from '../model/webhook.ts';
import { addressText, fillAddress } from '../popup-url/fill-address.ts';
import { parseAddress } from '../popup-url/parse-address.ts';
import { wellFormed } from '../well-formed.ts';
import { appendQuery, encodeQuery, type QueryPair } from '../popup-url/percent-encoding.ts';
import { fail, ok, type Result } from '../result.ts';
import { fillText, type FillSettings } from '../templates/fill-text.ts';
import { typedValue } from '../templates/json-template.ts';
import { prepareTemplate, type FillTemplate } from '../templates/template.ts';
import { parseTokenText, type TokenText } from '../templates/token-text.ts';
import { acefoneVariables, type SetVariable } from './acefone-variables.ts';
import { callvoipTimes, callvoipVariables } from './callvoip-variables.ts';
import { message } from '../text/message.ts';

/** A header as a delivery keeps it: secrets stay references until it is sent. */
export type RequestHeader =
  | { readonly name: string; readonly value: string }
  | { readonly name: string; readonly secret: SecretRef };

/** A request for one call, ready to be kept and sent. */
export interface PreparedRequest {
  readonly method: Webhook['method'];
  readonly url: string;
  readonly headers: readonly RequestHeader[];
  /** Undefined: without a body. */
  readonly body?: string | undefined;
}

export type BuildRequest = (call: CallData) => PreparedRequest;

type Entries = readonly (readonly [string, JsonValue | undefined])[];

/** Reads a webhook's texts and template once; then makes its request for any call. */
export function prepareRequest(
  webhook: Webhook,
  templates: readonly Template[],
): Result<BuildRequest> {
  const url = parseAddress(webhook.url);
  if (!url.ok) return fail(url.problem.message, 'url');
  const headers = prepareHeaders(webhook.headers);
  if (!headers.ok) return headers;
  const body = prepareBody(webhook, templates);
  if (!body.ok) return body;
  const fill = (call: CallData): FillSettings => ({
    call,
    dates: { ...webhook.dates, numbers: webhook.numbers },
    whenUnset: webhook.whenUnset,
  });
  return ok((call) => {
    const settings = fill(call);
    const { query, text, contentType } = body.value(settings);
    // A value of dots only becomes underscores: the request reaches the server, and no other path.
    const address = addressText(fillAddress(url.value, { ...settings, dropEmpty: false }), '');
    const given = headers.value.map((header) => header(settings));
    const isNamed = given.some(({ name }) => name.toLowerCase() === 'content-type');
    return {
      method: webhook.method,
      url: query === undefined ? address : appendQuery(address, query),
      headers:
        contentType === undefined || isNamed
          ? given
          : [{ name: 'Content-Type', value: contentType }, ...given],
      ...(text !== undefined && { body: text }),
    };
  });
}

type FillHeader = (settings: FillSettings) => RequestHeader;

function prepareHeaders(headers: Webhook['headers']): Result<FillHeader[]> {
  const prepared: FillHeader[] = [];
  for (const [index, header] of headers.entries()) {
    if ('secret' in header) {
      prepared.push(() => header);
      continue;
    }
    const parts = parseTokenText(header.value);
    if (!parts.ok) return fail(parts.problem.message, `headers[${index}].value`);
    prepared.push((settings) => ({
      name: header.name,
      value: headerValue(fillText(parts.value, settings) ?? ''),
    }));
  }
  return ok(prepared);
}

/**
 * What a header can carry: a line break would begin another header, and bytes beyond ISO 8859-1 cannot be
 * sent. Such characters are percent-encoded, as URLs are, so that nothing is lost.
 */
export const headerValue = (text: string): string =>
  wellFormed(text)
    .replace(/[\u0000-\u0008\u000a-\u001f\u007f]|[^\u0000-\u007e]/gu, (character) =>
      encodeURIComponent(character),
    )
    .trim();

interface FilledBody {
  readonly query?: string | undefined;
  readonly text?: string | undefined;
  readonly contentType?: string | undefined;
}

type FillBody = (settings: FillSettings) => FilledBody;

function prepareBody(webhook: Webhook, templates: readonly Template[]): Result<FillBody> {
  const { body } = webhook;
  switch (body.kind) {
    case 'none':
      return ok(() => ({}));
    case 'callvoip':
      // With GET the platform sends nothing but the address.
      return ok((settings) =>
        webhook.method === 'GET' ? {} : encode('json', callvoipEntries(settings)),
      );
    case 'acefone': {
      const variables = acefoneVariables(body.trigger).filter(
        ({ key }) => !body.leaveOut.includes(key),
      );
      const extra = prepareValues(body.extra, 'body.extra');
      if (!extra.ok) return extra;
      return ok((settings) =>
        place(webhook.method, body.encoding, [
          ...variables.map((variable) => variableEntry(variable, settings)),
          ...extra.value(settings),
        ]),
      );
    }
    case 'fields': {
      const fields = prepareValues(body.fields, 'body.fields');
      if (!fields.ok) return fields;
      return ok((settings) => place(webhook.method, body.encoding, fields.value(settings)));
    }
    case 'template': {
      const template = templates.find(({ id }) => id === body.template);
      if (template === undefined) {
        return fail(message('problem.webhook.templateDeleted'), 'body.template');
      }
      const fill = prepareTemplate(template.format, template.text);
      if (!fill.ok) return fail(fill.problem.message, 'body.template');
      return ok(templateBody(fill.value, template.format));
    }
  }
}

const templateBody =
  (fill: FillTemplate, format: Template['format']): FillBody =>
  (settings) => ({ text: fill(settings), contentType: `application/${format}` });

type FillValues = (settings: FillSettings) => Entries;

function prepareValues(values: readonly NamedValue[], path: string): Result<FillValues> {
  const prepared: (readonly [string, TokenText])[] = [];
  for (const [index, { name, value }] of values.entries()) {
    const parts = parseTokenText(value);
    if (!parts.ok) return fail(parts.problem.message, `${path}[${index}].value`);
    prepared.push([name, parts.value]);
  }
  return ok((settings) =>
    prepared.map(([name, parts]) => {
      const [only] = parts;
      return parts.length === 1 && only !== undefined && typeof only !== 'string'
        ? entry(name, only, settings)
        : [name, fillText(parts, settings) ?? ''];
    }),
  );
}

/** A variable as its system has it where it came from there; else as the call has it. */
function variableEntry(
  { key, token, own, isList, isNumber }: SetVariable,
  settings: FillSettings,
): readonly [string, JsonValue | undefined] {
  const isOwn = own !== undefined && readField(settings.call, own.field) !== undefined;
  const format = isNumber === true ? settings.dates.numbers : undefined;
  const [, value] = entry(key, isOwn ? { ...own, format } : token, settings);
  return [key, isList === true && !isOwn ? asList(value) : value];
}

/** A list of what a call has as one text, such as the keys "2,1". */
function asList(value: JsonValue | undefined): JsonValue | undefined {
  if (typeof value === 'number') return [String(value)];
  return typeof value === 'string' && value !== ''
    ? value.split(',').map((one) => one.trim())
    : value;
}

/** A value, or what is sent in its place; undefined: not sent. */
function entry(
  key: string,
  token: SetVariable['token'],
  settings: FillSettings,
): readonly [string, JsonValue | undefined] {
  const value = typedValue(token, settings);
  if (value !== undefined || settings.whenUnset === 'drop') return [key, value];
  return [key, settings.whenUnset === 'null' ? null : ''];
}

function callvoipEntries(settings: FillSettings): Entries {
  return callvoipVariables.map(({ key, token }) => {
    const instant = callvoipTimes.has(key)
      ? Date.parse(readField(settings.call, token.field) ?? '')
      : NaN;
    return Number.isNaN(instant)
      ? // All twelve are always there: receivers of this system count on it.
        [key, typedValue(token, settings) ?? '']
      : [key, String(instant)];
  });
}

/** GET has no body: its values go into the query. */
const place = (
  method: Webhook['method'],
  encoding: 'json' | 'form',
  entries: Entries,
): FilledBody =>
  method === 'GET' ? { query: encodeQuery(asPairs(entries)) } : encode(encoding, entries);

function encode(encoding: 'json' | 'form', entries: Entries): FilledBody {
  if (encoding === 'form') {
    return {
      text: new URLSearchParams(asPairs(entries).map(([name, value]) => [name, value])).toString(),
      contentType: 'application/x-www-form-urlencoded',
    };
  }
  const body: JsonObject = {};
  for (const [name, value] of entries) if (value !== undefined) body[name] = value;
  return { text: JSON.stringify(body), contentType: 'application/json' };
}

const asPairs = (entries: Entries): QueryPair[] =>
  entries.flatMap(([name, value]) => (value === undefined ? [] : [[name, jsonText(value)]]));
