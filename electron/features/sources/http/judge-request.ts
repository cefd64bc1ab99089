import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { HeardRequest, ListenPlace } from '../../../platform/ports/http-listener.ts';

/** What a source wants of a request to be its own. */
export interface Access {
  readonly secret: string;
  /** Where the listener is on the network: asked for beside the secret path. */
  readonly token: string | undefined;
}

/** The part of a request's target that says what for and what: `/SECRET/topic?query`. */
export interface Addressed {
  readonly secret: string;
  /** What follows the secret in the path, decoded; empty where nothing does. */
  readonly topic: string;
  /** Without the token. */
  readonly query: string;
  readonly token: string;
}

/** Secrets too long to guess, in letters that no system encodes. */
export const isPathSecret = (text: string): boolean => /^[A-Za-z0-9_-]{16,200}$/.test(text);

export function readTarget(target: string): Addressed {
  const [path = '', ...rest] = target.split('?');
  const [, secret = '', ...topic] = path.split('/');
  const parts = rest.join('?').split('&');
  const isToken = (part: string): boolean => part.startsWith('token=');
  return {
    secret,
    topic: decoded(topic.join('/').replace(/\/$/, '')),
    query: parts.filter((part) => !isToken(part)).join('&'),
    token: decoded(parts.find(isToken)?.slice('token='.length) ?? ''),
  };
}

/** As it came where it is no valid percent-encoding. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const pepper = randomBytes(32);
const digest = (text: string): Buffer => createHmac('sha256', pepper).update(text).digest();

/** Compares in the same time, whatever the texts share. */
export const isSameText = (one: string, other: string): boolean =>
  timingSafeEqual(digest(one), digest(other));

/** Whether a request is for a source: both parts are compared, so that the time tells of neither. */
export function isAllowed({ secret, token }: Access, { addressed, headers }: Knock): boolean {
  const knowsPath = isSameText(secret, addressed.secret);
  const sent = addressed.token === '' ? tokenOf(headers.authorization) : addressed.token;
  const knowsToken = isSameText(token ?? '', token === undefined ? '' : sent);
  return knowsPath && knowsToken;
}

interface Knock extends Pick<HeardRequest, 'headers'> {
  readonly addressed: Addressed;
}

/** Of `Bearer TOKEN`, or the password of `Basic`, which is what desk phones can send. */
function tokenOf(authorization = ''): string {
  const [scheme = '', value = ''] = authorization.split(' ');
  if (scheme.toLowerCase() === 'bearer') return value;
  if (scheme.toLowerCase() !== 'basic') return '';
  const [, ...password] = Buffer.from(value, 'base64').toString('utf8').split(':');
  return password.join(':');
}

/**
 * Whether the request was meant for this address. Threat: a web page whose own name is made to lead to 127.0.0.1 (DNS
 * rebinding) would be of the same origin as this listener, and could read its answers; its requests have its name as
 * Host.
 */
export function isOurHost(host: string | undefined, { host: address, port }: ListenPlace): boolean {
  const written = address.includes(':') ? `[${address}]` : address;
  const names = address === '127.0.0.1' ? [written, 'localhost'] : [written];
  return names.some((name) => host?.toLowerCase() === `${name.toLowerCase()}:${port}`);
}
