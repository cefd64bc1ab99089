import type { IncomingMessage } from 'node:http';
import { Transform, type Readable, type TransformCallback } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';

/** Those that are no packing: some servers name the character set here. */
const unpackers: Readonly<Record<string, (first: number) => Transform>> = {
  gzip: () => createGunzip(),
  'x-gzip': () => createGunzip(),
  // The standard means zlib's form; others send the bare one, and browsers read both. Zlib's begins with an 8.
  deflate: (first) => ((first & 0x0f) === 8 ? createInflate() : createInflateRaw()),
  br: () => createBrotliDecompress(),
};

/** The body of a response, unpacked. We ask for no packing; some servers pack all the same. */
export function unpacked(response: IncomingMessage): Readable {
  const encodings = (response.headers['content-encoding'] ?? '').toLowerCase().split(',');
  let body: Readable = response;
  // What was packed last is unpacked first.
  for (const encoding of encodings.reverse()) {
    const unpack = unpackers[encoding.trim()];
    if (unpack === undefined) continue;
    const before = body;
    const next = new Unpacking(unpack);
    before.on('error', (error) => next.destroy(error));
    body = before.pipe(next);
  }
  return body;
}

/** Unpacks from the first byte on: a body without one is empty, however it is said to be packed. */
class Unpacking extends Transform {
  private inner: Transform | undefined;

  public constructor(private readonly make: (first: number) => Transform) {
    super();
  }

  public override _transform(chunk: Buffer, _encoding: string, done: TransformCallback): void {
    const [first] = chunk;
    if (first === undefined) {
      done();
      return;
    }
    this.inner ??= this.started(first);
    this.inner.write(chunk, () => done());
  }

  public override _flush(done: TransformCallback): void {
    if (this.inner === undefined) {
      done();
      return;
    }
    this.inner.once('end', () => done());
    this.inner.end();
  }

  public override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.inner?.destroy();
    done(error);
  }

  private started(first: number): Transform {
    const inner = this.make(first);
    inner.on('data', (chunk: Buffer) => this.push(chunk));
    inner.on('error', (error) => this.destroy(error));
    return inner;
  }
}

const marks: readonly (readonly [string, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** The text of a body as browsers read it: by its byte order mark, then by its Content-Type, else UTF-8. */
export function bodyText(bytes: Uint8Array, contentType: string | undefined): string {
  const marked = marks.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte));
  const decoder = decoderOf(marked?.[0] ?? charsetOf(contentType));
  const text = decoder.decode(bytes);
  return decoder.encoding === 'windows-1252' ? withWindowsSigns(text) : text;
}

/** 0x80 to 0x9f of windows-1252, which ISO 8859-1 means on the web; five are not given away. */
const windowsSigns = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Node 20 leaves them as control characters. */
const withWindowsSigns = (text: string): string =>
  text.replace(/[\u0080-\u009f]/g, (sign) => windowsSigns[sign.charCodeAt(0) - 0x80] ?? sign);

/** `utf-8` in `text/html; charset="utf-8"`. */
function charsetOf(contentType = ''): string {
  const parameters = contentType.split(';').slice(1);
  const named = parameters.map((parameter) => parameter.split('='));
  const [, value = ''] = named.find(([name]) => name?.trim().toLowerCase() === 'charset') ?? [];
  return value.trim().replace(/^["']|["']$/g, '');
}

function decoderOf(label: string): TextDecoder {
  try {
    return new TextDecoder(label === '' ? 'utf-8' : label);
  } catch {
    // No such character set.
    return new TextDecoder();
  }
}
