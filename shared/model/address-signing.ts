import { z } from 'zod';
import { issueText } from '../text/message.ts';
import type { SecretSchema } from './secret.ts';

/** Begins the names of the parameters that a signature adds. */
export const signaturePrefix = 'rc_';

export const addressSigningWith = <S extends SecretSchema>(secret: S) =>
  z
    .strictObject({
      key: secret,
      keyId: z
        .string()
        .regex(/^[A-Za-z0-9._-]{1,50}$/, issueText('problem.field.keyId'))
        .describe('Sent with each URL: tells the receiver which key signed it'),
    })
    .describe('Signs the URL (HMAC-SHA256), with its time and a nonce; see docs/receivers.md');
