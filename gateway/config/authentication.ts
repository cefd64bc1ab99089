import { z } from 'zod';
import { says } from './says.ts';

/** Short ones can be guessed over the network, in spite of the rate limit. */
const shortestSecret = 16;

const secret = z.string().min(shortestSecret).max(1000);

/** How a phone system proves to a feed that it is the one. */
export const authenticationSchema = z.discriminatedUnion('type', [
  z
    .strictObject({
      type: z.literal('path'),
      secret: secret.regex(/^[\w.~-]+$/, says('may hold letters, digits and - . _ ~ only')),
    })
    .describe('/in/FEED/SECRET, for systems in which only a URL can be entered'),
  z
    .strictObject({
      type: z.literal('basic'),
      user: z
        .string()
        .min(1)
        .max(200)
        .regex(/^[^:]*$/, says('must not contain a colon')),
      password: secret,
    })
    .describe('HTTP Basic'),
  z
    .strictObject({
      type: z.literal('header'),
      name: z.string().regex(/^[A-Za-z0-9-]{1,100}$/, says('must be the name of a header')),
      secret,
    })
    .describe('A header with exactly this value, such as "Bearer ..." in Authorization'),
  z
    .strictObject({
      type: z.literal('signature'),
      secret: z
        .string()
        .regex(
          /^whsec_[A-Za-z0-9+/]{32,200}={0,2}$/,
          says('must be whsec_ and base64 of 24 bytes or more'),
        ),
    })
    .describe('Standard Webhooks: HMAC-SHA256 over ID, time and body'),
  z
    .strictObject({ type: z.literal('networks') })
    .describe('The allowed networks are the only check'),
]);
export type Authentication = z.infer<typeof authenticationSchema>;
