import { z } from 'zod';
import { says } from './says.ts';

const secret = z.string().min(20, says('must have at least 20 characters')).max(1_000);

/** Desks that get their configuration from here. */
export const fleetSchema = z.strictObject({
  publicKeys: z
    .array(
      z.string().regex(/^[A-Za-z0-9_-]{43}$/, says('must be an Ed25519 public key, a JWK’s x')),
    )
    .min(1)
    .max(5)
    .describe('Who may sign what is published; as in the policy of the desks'),
  publishToken: secret.describe('Publishes, and reads how many desks run which revision'),
  readToken: secret.optional().describe('Desks send it; without one anyone may read'),
});
export type FleetConfig = z.infer<typeof fleetSchema>;
