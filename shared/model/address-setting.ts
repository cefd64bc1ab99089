import { z } from 'zod';
import { parseUrl, webUrlSchema } from './definition.ts';
import { keyedAddressWith } from './keyed-address.ts';
import type { SecretSchema } from './secret.ts';
import { issueText } from '../text/message.ts';

/** Of click-to-call. */
export const dialUrlSchema = webUrlSchema.refine((url) => url.includes('{number}'), {
  message: issueText('problem.field.numberPlaceholder'),
});

/** Of a log collector. */
export const forwardUrlSchema = z
  .string()
  .trim()
  .max(2_000)
  .refine((text) => /^(https?|syslog(\+tcp|\+tls)?):$/.test(parseUrl(text)?.protocol ?? ''), {
    message: issueText('problem.field.logUrl'),
  });

/** A setting that is an address, with its keys as secrets. Empty: none. */
export const addressWith = <S extends SecretSchema>(secret: S, url: z.ZodType<string>) =>
  z.union([z.literal(''), url, keyedAddressWith(secret, url)]).optional();
