import { z } from 'zod';
import { says } from './says.ts';

/** What a phone system asks of an address before it sends events there. */
export const validationSchema = z.discriminatedUnion('type', [
  z
    .strictObject({
      type: z.literal('echo'),
      header: z.string().regex(/^[A-Za-z0-9-]{1,100}$/, says('must be the name of a header')),
    })
    .describe('It sends this header and expects it back (RingCentral: Validation-Token)'),
  z
    .strictObject({ type: z.literal('zoom'), secret: z.string().min(1).max(1000) })
    .describe('It sends a token and expects its HMAC with the secret token of the Zoom app'),
]);
export type Validation = z.infer<typeof validationSchema>;
