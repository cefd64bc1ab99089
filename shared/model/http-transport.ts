import { z } from 'zod';
import { issueText } from '../text/message.ts';
import type { SecretSchema } from './secret.ts';

/** Below are the system's own ports, which need rights that a desk does not have. */
const lowestPort = 1024;

/** An address of this computer that a phone system, a browser or a desk phone calls. */
export const httpWith = <S extends SecretSchema>(secret: S) =>
  z
    .strictObject({
      type: z.literal('http'),
      secret,
      port: z
        .int()
        .min(lowestPort)
        .max(65_535)
        .optional()
        .describe('Default: a free port, chosen once and kept'),
      interface: z
        .string()
        .trim()
        .min(1)
        .max(100)
        .optional()
        .describe(
          'Network interface to listen on, by its name or IP address. Default: this computer only',
        ),
      token: z
        .optional(secret)
        .describe(
          'Required with an interface. Sent as Authorization: Bearer ..., as the password of a URL, or as ?token=',
        ),
      eventLinks: z
        .boolean()
        .default(false)
        .describe('Also takes links: ringcue://event/SECRET?...'),
    })
    .superRefine(({ interface: name, token }, context) => {
      if (name === undefined || token !== undefined) return;
      context.addIssue({
        code: 'custom',
        path: ['token'],
        message: issueText('problem.field.networkToken'),
      });
    })
    .describe(
      'Address of this computer: http://HOST:PORT/SECRET. The secret has at least 16 letters, digits, - or _',
    );
