import type { Framing } from '../../../../shared/frames/framings.ts';
import type { EventLink } from '../../../../shared/model/phone-link.ts';
import type {
  ListenPlace,
  HeardRequest,
  HttpAnswer,
} from '../../../platform/ports/http-listener.ts';
import {
  closePage,
  notFound,
  notNow,
  taken,
  tooLarge,
  unknownBody,
  wrongMethod,
} from './answers.ts';
import { isAllowed, isOurHost, isSameText, readTarget, type Access } from './judge-request.ts';
import { requestBody } from './request-frame.ts';

/** One message for a source, whichever way it came. */
export interface HeardMessage {
  /** Undefined where it was not text. */
  readonly text: string | undefined;
  readonly bytes: number;
  readonly framing?: Framing | undefined;
  /** What follows the secret in the address; undefined where nothing does. */
  readonly topic: string | undefined;
}

export interface Receiver extends Access {
  readonly take: (message: HeardMessage) => void;
}

/** What a browser is shown: BCP 47 and the sentence. */
export type ClosePageText = () => { readonly language: string; readonly text: string };

const topicOf = (text: string): string | undefined => (text === '' ? undefined : text);

/** Hands a request to the sources whose address it has. */
export async function answerRequest(
  request: HeardRequest,
  place: ListenPlace,
  receivers: Iterable<Receiver>,
  pageText: ClosePageText,
): Promise<HttpAnswer> {
  const addressed = readTarget(request.target);
  const { headers, method } = request;
  // All of them are asked, so that an answer takes as long whichever it is.
  const own = [...receivers].filter((one) => isAllowed(one, { addressed, headers }));
  if (own.length === 0 || !isOurHost(headers.host, place)) return notFound;
  if (method !== 'GET' && method !== 'POST') return wrongMethod;
  if (isAhead(headers)) return notNow;
  const body = await request.body();
  const topic = topicOf(addressed.topic);
  const give = (message: HeardMessage): void => own.forEach((one) => one.take(message));
  if (body === undefined) {
    const bytes = Number(headers['content-length'] ?? Number.MAX_SAFE_INTEGER);
    give({ text: '', bytes, topic });
    return tooLarge;
  }
  const read = requestBody({
    query: addressed.query,
    contentType: headers['content-type'] ?? '',
    contentEncoding: headers['content-encoding'] ?? '',
    body,
  });
  if (read.kind === 'unknown') {
    give({ text: undefined, bytes: body.byteLength, topic });
    return unknownBody;
  }
  give({ text: read.text, bytes: read.bytes, framing: read.framing, topic });
  if (headers.accept?.includes('text/html') !== true) return taken;
  const { language, text } = pageText();
  return closePage(language, text);
}

/**
 * Browsers say where a request comes from (Sec-Fetch-*). Decision: an image, a frame or a script's fetch with the secret
 * path is an event like a navigation. Whoever has the path may report calls, and a phone system's page may well do so
 * without a new tab; who has no path gets nowhere, and answers cannot be read. Only what the browser fetches ahead, before
 * anybody opened it, is not heard: the address in a browser's history would ring otherwise.
 */
const isAhead = (headers: HeardRequest['headers']): boolean =>
  [headers['sec-purpose'], headers['purpose']].some(
    (value) => value?.includes('prefetch') === true,
  );

/** Hands a link to the sources that take links and have its secret. @returns whether any did */
export function takeEventLink(
  { secret, topic, query }: EventLink,
  receivers: Iterable<Receiver>,
): boolean {
  const own = [...receivers].filter((one) => isSameText(one.secret, secret));
  for (const one of own) {
    one.take({
      text: query,
      bytes: Buffer.byteLength(query),
      framing: 'form',
      topic: topicOf(topic),
    });
  }
  return own.length > 0;
}
