import { jwtAuthenticator, type ConnectionOptions } from '@nats-io/nats-core';
import { z } from 'zod';
import { parseAs } from '../../../shared/json/parse-as.ts';

export interface NatsCredentials {
  readonly user?: string | undefined;
  readonly password?: string | undefined;
  readonly token?: string | undefined;
  /** The text of a .creds file: a user JWT and its seed. */
  readonly credentials?: string | undefined;
}

/**
 * How a desk signs in, and the inbox for what it is answered: one of its own, so that the server can keep other agents out of
 * it (docs/scaling.md).
 */
export function natsSignIn({
  user,
  password,
  token,
  credentials,
}: NatsCredentials): ConnectionOptions {
  if (credentials !== undefined) {
    const { jwt, seed } = readCredentials(credentials);
    return { authenticator: jwtAuthenticator(jwt, seed), inboxPrefix: inboxOf(nameIn(jwt)) };
  }
  return {
    inboxPrefix: inboxOf(user?.replace(/[^A-Za-z0-9_-]/g, '_')),
    ...(user !== undefined && { user, pass: password ?? '' }),
    ...(token !== undefined && { token }),
  };
}

const inboxOf = (name: string | undefined): string =>
  name === undefined ? '_INBOX' : `_INBOX.${name}`;

const claimsSchema = z.object({ name: z.string().regex(/^[^\s*>]{1,300}$/) });

/** The user that a JWT names, as {{name()}} in the permissions of a signing key has it. */
function nameIn(jwt: string): string | undefined {
  const payload = Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString('utf8');
  return parseAs(payload, claimsSchema)?.name;
}

/** Characters of an Ed25519 signature, and of a seed: without line breaks, as a field keeps it, dashes follow. */
const signatureLength = 86;
const seedLength = 58;

/** The JWT and the seed in the text of a .creds file. */
function readCredentials(credentials: string): { readonly jwt: string; readonly seed: Uint8Array } {
  const text = credentials.replace(/\s/g, '');
  const [header = '', payload = '', rest = ''] = text.slice(text.indexOf('eyJ')).split('.', 3);
  const [, behind = ''] = text.split('SEED-----', 2);
  const seed = behind.slice(0, seedLength);
  if (rest === '' || !seed.startsWith('SU')) {
    throw new Error('authentication: the credentials hold no JWT and seed');
  }
  const jwt = [header, payload, rest.slice(0, signatureLength)].join('.');
  return { jwt, seed: new TextEncoder().encode(seed) };
}
