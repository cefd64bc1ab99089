import { createHmac } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { z } from 'zod';
import { parseJson } from '../../shared/json/parse-json.ts';
import type { Validation } from '../config/validation-config.ts';
import { headerText } from './check-credentials.ts';
import type { FeedMessage } from './feed-message.ts';

/** A token is a few dozen characters; what comes back must not be more than that either. */
const maxToken = 500;

/**
 * Threat: who could choose any text would have it signed with the app's secret, also `v0:TIME:BODY`, which Zoom signs its events as.
 * Zoom's tokens are base64.
 */
const challengeSchema = z.object({
  event: z.literal('endpoint.url_validation'),
  payload: z.object({ plainToken: z.string().regex(/^[\w+/=-]{1,200}$/) }),
});

/** The header that is sent back as it came; undefined where there is none. */
export function echoedHeader(
  validation: Validation | undefined,
  headers: IncomingHttpHeaders,
): { readonly name: string; readonly value: string } | undefined {
  if (validation?.type !== 'echo') return undefined;
  const value = headerText(headers, validation.header);
  return value === '' || value.length > maxToken ? undefined : { name: validation.header, value };
}

/** The answer to Zoom's challenge; undefined where the message is not one. */
export function challengeAnswer(
  validation: Validation | undefined,
  { body }: FeedMessage,
): object | undefined {
  if (validation?.type !== 'zoom' || body.kind !== 'text') return undefined;
  const read = parseJson(body.text ?? '');
  const challenge = challengeSchema.safeParse(read.ok ? read.value : undefined);
  if (!challenge.success) return undefined;
  const { plainToken } = challenge.data.payload;
  const encryptedToken = createHmac('sha256', validation.secret).update(plainToken).digest('hex');
  return { plainToken, encryptedToken };
}
