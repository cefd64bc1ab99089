import { Busboy } from '@fastify/busboy';
import type { IncomingHttpHeaders } from 'node:http';
import { maxFormFields, readForm } from '../../shared/frames/read-form.ts';
import type { Framing } from '../../shared/frames/framings.ts';
import type { JsonObject } from '../../shared/json/json-value.ts';

/** Fields of a form, and parameters of an address. No phone system has a tenth of them. */
export const maxFields = maxFormFields;

/** A request's body, as far as its content type says what it is. */
export type FeedBody =
  | { readonly kind: 'none' }
  | { readonly kind: 'fields'; readonly fields: JsonObject }
  | {
      readonly kind: 'text';
      /** Undefined where the bytes are no text. */
      readonly text: string | undefined;
      readonly bytes: number;
      readonly framing: Framing | undefined;
    };

export interface FeedMessage {
  readonly query: JsonObject;
  readonly body: FeedBody;
}

/** The request holds more than any phone system sends. */
export class TooManyFields extends Error {}

/**
 * Reads a request's query and body. The body of a form without files, in either encoding, becomes its fields.
 *
 * @throws TooManyFields; Error where a multipart body cannot be read
 */
export async function readMessage(
  url: string,
  headers: IncomingHttpHeaders,
  body: Buffer,
): Promise<FeedMessage> {
  const place = url.indexOf('?');
  const query = boundedForm(place === -1 ? '' : url.slice(place + 1));
  const type = (headers['content-type'] ?? '').toLowerCase();
  if (body.length === 0) return { query, body: { kind: 'none' } };
  if (type.startsWith('multipart/form-data')) {
    return { query, body: { kind: 'fields', fields: await readMultipart(headers, body) } };
  }
  const text = decoded(body, type);
  if (type.startsWith('application/x-www-form-urlencoded')) {
    return { query, body: { kind: 'fields', fields: boundedForm(text ?? '') } };
  }
  const framing = /^(?:application|text)\/(?:[\w.+-]+\+)?xml\b/.test(type) ? 'xml' : undefined;
  return { query, body: { kind: 'text', text, bytes: body.length, framing } };
}

function boundedForm(text: string): JsonObject {
  if (text === '') return {};
  const form = readForm(text);
  if (!form.ok) throw new TooManyFields();
  return form.value;
}

/** In the charset that the content type names, else UTF-8. */
function decoded(body: Buffer, type: string): string | undefined {
  const charset = /; ?charset="?([\w-]+)/.exec(type)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(charset, { fatal: true }).decode(body);
  } catch {
    return undefined;
  }
}

/** Files are left out: no phone system sends what a desk needs in one. */
function readMultipart(headers: IncomingHttpHeaders, body: Buffer): Promise<JsonObject> {
  return new Promise((resolve, reject) => {
    const fields: JsonObject = {};
    const parser = new Busboy({
      headers: { ...headers, 'content-type': headers['content-type'] ?? '' },
      limits: { fields: maxFields, fieldSize: body.length, files: 20, headerPairs: 100 },
    });
    parser.on('field', (name, value) => {
      if (name !== '__proto__') fields[name] = value;
    });
    parser.on('file', (_name, stream) => stream.resume());
    parser.on('fieldsLimit', () => reject(new TooManyFields()));
    parser.on('filesLimit', () => reject(new TooManyFields()));
    parser.on('error', reject);
    parser.on('finish', () => resolve(fields));
    parser.end(body);
  });
}
