import { z } from 'zod';
import { secretRefSchema } from '../../../shared/model/secret.ts';
import { timeoutOf, webhookMethods, type Webhook } from '../../../shared/model/webhook.ts';
import type { PreparedRequest } from '../../../shared/webhooks/prepare-request.ts';

/**
 * Everything a delivery needs to be sent, as it was when it was accepted: a later change of the webhook does
 * not change what is on its way. Secrets are references, looked up at each attempt.
 */
export const frozenRequestSchema = z.object({
  /** The webhook's address as it is defined: tells whether it was corrected since. */
  template: z.string().default(''),
  method: z.enum(webhookMethods),
  url: z.string(),
  headers: z.array(
    z.union([
      z.object({ name: z.string(), value: z.string() }),
      z.object({ name: z.string(), secret: secretRefSchema }),
    ]),
  ),
  body: z.string().optional(),
  timeoutSeconds: z.number(),
  successCodes: z.array(z.number()),
  followRedirects: z.boolean().default(false),
  stopOn4xx: z.boolean(),
  allowLocal: z.boolean(),
  signing: z.object({ key: secretRefSchema, previous: secretRefSchema.optional() }).optional(),
});
export type FrozenRequest = z.infer<typeof frozenRequestSchema>;

export function freeze(webhook: Webhook, request: PreparedRequest): FrozenRequest {
  const { successCodes, followRedirects, stopOn4xx, allowLocal, signing } = webhook;
  return {
    ...request,
    template: webhook.url,
    headers: [...request.headers],
    timeoutSeconds: timeoutOf(webhook),
    successCodes: [...successCodes],
    followRedirects,
    stopOn4xx,
    allowLocal,
    ...(signing && { signing }),
  };
}
