import type { Framing } from '../../../../shared/frames/framings.ts';

/** What a request carries, in the form in which other transports bring it. */
export type RequestBody =
  | {
      readonly kind: 'frame';
      readonly text: string | undefined;
      readonly bytes: number;
      readonly framing: Framing | undefined;
    }
  /** A body whose form is none of ours, such as multipart or a packed one. */
  | { readonly kind: 'unknown' };

interface Given {
  readonly query: string;
  readonly contentType: string;
  /** Empty where it is not packed. */
  readonly contentEncoding: string;
  readonly body: Buffer;
}

/**
 * The message in a request: a body where there is one, else the query, which is a form as it stands. The fields of a
 * form in the body and those of the query belong together; beside JSON and XML a query is not read.
 */
export function requestBody({ query, contentType, contentEncoding, body }: Given): RequestBody {
  if (body.byteLength === 0) return frame(query, Buffer.byteLength(query), 'form');
  const type = contentType.split(';')[0]?.trim().toLowerCase() ?? '';
  if (type.startsWith('multipart/') || !['', 'identity'].includes(contentEncoding.toLowerCase())) {
    return { kind: 'unknown' };
  }
  const text = utf8(body);
  if (text === undefined || type !== 'application/x-www-form-urlencoded') {
    return frame(text, body.byteLength, undefined);
  }
  if (isFormInName(text)) return frame(text, body.byteLength, undefined);
  const fields = query === '' ? text : `${query}&${text}`;
  return frame(fields, Buffer.byteLength(fields), 'form');
}

/** `curl -d` and some systems send JSON or XML and call it a form. */
const isFormInName = (text: string): boolean => /^\s*[{[<]/.test(text);

const frame = (
  text: string | undefined,
  bytes: number,
  framing: Framing | undefined,
): RequestBody => ({ kind: 'frame', text, bytes, framing });

/** Undefined where it is not UTF-8. */
function utf8(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
