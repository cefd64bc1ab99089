import { wellFormed } from '../well-formed.ts';
import { message, type Message } from '../text/message.ts';
import { readDialText } from './dial-text.ts';

/** A call event in a link: `ringcue://event/SECRET/topic?name=value`. */
export interface EventLink {
  readonly secret: string;
  /** Empty where the link has none. */
  readonly topic: string;
  /** As it came: a form. */
  readonly query: string;
}

/** What a link from outside asks for. */
export type PhoneLink =
  | {
      readonly kind: 'call';
      readonly number: string;
      /** An extension or codes to enter once somebody answers; empty where the link has none. */
      readonly then: string;
    }
  | { readonly kind: 'open' }
  | { readonly kind: 'event'; readonly event: EventLink }
  /** An event's link that is none: from any web page, so nobody is told. */
  | { readonly kind: 'ignored' }
  /** It is one of ours, but nothing can be done with it: a sentence for the agent. */
  | { readonly kind: 'refused'; readonly said: Message };

const longestLink = 2_000;
/** It carries a call's data; the systems hand over no longer ones reliably. */
const longestEventLink = 8_000;
const phoneSchemes: ReadonlySet<string> = new Set(['tel', 'callto', 'sip', 'sips']);
const sipSchemes: ReadonlySet<string> = new Set(['sip', 'sips']);

/**
 * Reads `tel:`, `callto:`, `sip:` and `ringcue:` links, however a page writes them. Threat: any web page can open
 * such a link, so nothing but a number gets out of it: digits, `*`, `#`, and a `+` in front.
 * `tel:+49 (0) 30 901820` is +4930901820. What is no number is a sentence, never another number.
 *
 * @returns undefined where it is none of these
 */
export function parsePhoneLink(link: string): PhoneLink | undefined {
  const { scheme, rest } = split(link.replace(/\p{Cf}/gu, '').trim());
  if (scheme === undefined) return undefined;
  if (scheme === 'ringcue') return eventLink(link.trim()) ?? ownLink(rest);
  return phoneSchemes.has(scheme)
    ? callTo(link.length > longestLink ? '' : rest, scheme)
    : undefined;
}

/** The scheme, in lower case, and what follows it and its slashes. */
function split(link: string): { readonly scheme: string | undefined; readonly rest: string } {
  const [, scheme, rest = ''] = /^([a-z]{1,20}):(?:\/\/)?(.*)$/is.exec(link) ?? [];
  return { scheme: scheme?.toLowerCase(), rest };
}

/** Strict, as any web page can open it: the secret of a source, an optional topic, a query, and nothing else. */
function eventLink(link: string): PhoneLink | undefined {
  if (!/^ringcue:\/\/event(?:[/?]|$)/i.test(link)) return undefined;
  const [, secret = '', topic = '', query = ''] =
    link.length > longestEventLink
      ? []
      : (/^[^:]+:\/\/event\/([\w-]{16,200})(?:\/([\w.-]{1,200}))?\/?\?([!-~]+)$/i.exec(link) ?? []);
  return secret === '' ? { kind: 'ignored' } : { kind: 'event', event: { secret, topic, query } };
}

function ownLink(rest: string): PhoneLink {
  const called = /^call\/?\?number=([^&]*)$/i.exec(rest) ?? /^call\/([^/?]*)$/i.exec(rest);
  if (called !== null) return callTo(called[1] ?? '', 'tel');
  if (/^(open)?\/?$/i.test(rest)) return { kind: 'open' };
  return { kind: 'refused', said: message('problem.dial.unknownLink') };
}

function callTo(text: string, outer: string): PhoneLink {
  // "?subject" and the like are for other programs.
  let written = decoded(text.split('?')[0] ?? '').trim();
  let scheme = outer;
  // Some pages put one link into another: callto:tel:+31….
  for (let inner = split(written); isPhone(inner.scheme); inner = split(written)) {
    scheme = inner.scheme;
    written = inner.rest.trim();
  }
  const number = readDialText(sipSchemes.has(scheme) ? beforeHost(written) : written);
  return number.ok
    ? { kind: 'call', ...number.value }
    : { kind: 'refused', said: number.problem.message };
}

const isPhone = (scheme: string | undefined): scheme is string =>
  scheme !== undefined && phoneSchemes.has(scheme);

/** The number in `+31201234567@pbx.example;user=phone`. */
const beforeHost = (address: string): string => address.split('@')[0] ?? '';

/** Twice: some pages encode what was encoded. What cannot be decoded stays, and is then no number. */
function decoded(text: string): string {
  let written = text;
  for (let round = 0; round < 2 && written.includes('%'); round += 1) {
    try {
      written = decodeURIComponent(written);
    } catch {
      return written;
    }
  }
  return written;
}

/** The click-to-call URL with `{number}` replaced. */
export const clickToCallUrl = (template: string, number: string): string =>
  template.replaceAll('{number}', encodeURIComponent(wellFormed(number)));
