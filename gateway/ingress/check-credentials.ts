import { randomBytes } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { Authentication } from '../config/authentication.ts';
import type { FeedConfig } from '../config/feed-config.ts';
import { inNetworks } from '../config/network-list.ts';
import { isSigned } from './check-signature.ts';
import { sameSecret } from './same-secret.ts';

export interface Caller {
  readonly address: string;
  /** What follows the feed's name in the path; empty where nothing does. */
  readonly pathSecret: string;
  readonly headers: IncomingHttpHeaders;
}

/** Whether a request may speak for a feed. */
export interface CredentialCheck {
  /** Before the body is read. */
  readonly caller: (caller: Caller) => boolean;
  /** With the body; true where the first check has settled it. */
  readonly body: (headers: IncomingHttpHeaders, body: Buffer, now: number) => boolean;
}

export function credentialCheck({
  authentication,
  networks,
}: Pick<FeedConfig, 'authentication' | 'networks'>): CredentialCheck {
  const isFromThere = networks.length === 0 ? () => true : inNetworks(networks);
  const hasSecret = secretCheck(authentication);
  return {
    caller(caller) {
      // Both are asked, so that the time does not tell which of them failed.
      const [there, secret] = [isFromThere(caller.address), hasSecret(caller)];
      return there && secret;
    },
    body: (headers, body, now) =>
      authentication.type !== 'signature' ||
      isSigned(authentication.secret, signedHeaders(headers), body, now),
  };
}

/** For a feed that does not exist: takes the same way as a wrong secret. */
export const nobodysCheck = (): CredentialCheck =>
  credentialCheck({
    authentication: { type: 'path', secret: randomBytes(24).toString('base64url') },
    networks: [],
  });

function secretCheck(authentication: Authentication): (caller: Caller) => boolean {
  switch (authentication.type) {
    case 'path':
      return ({ pathSecret }) => sameSecret(pathSecret, authentication.secret);
    case 'basic': {
      const { user, password } = authentication;
      const expected = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
      return ({ headers, pathSecret }) =>
        sameSecret(headers.authorization ?? '', expected) && pathSecret === '';
    }
    case 'header':
      return ({ headers, pathSecret }) =>
        sameSecret(headerText(headers, authentication.name), authentication.secret) &&
        pathSecret === '';
    case 'signature':
      return ({ headers, pathSecret }) => signedHeaders(headers).id !== '' && pathSecret === '';
    case 'networks':
      return ({ pathSecret }) => pathSecret === '';
  }
}

export const headerText = (headers: IncomingHttpHeaders, name: string): string =>
  String(headers[name.toLowerCase()] ?? '');

const signedHeaders = (headers: IncomingHttpHeaders) => ({
  id: headerText(headers, 'webhook-id'),
  timestamp: headerText(headers, 'webhook-timestamp'),
  signature: headerText(headers, 'webhook-signature'),
});
