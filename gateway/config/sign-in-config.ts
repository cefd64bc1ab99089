import { z } from 'zod';
import { loopbackUrl, safeWebUrl } from '../../shared/model/sign-in-offer.ts';
import { says } from './says.ts';

/** Keys and tokens over plain HTTP could be anyone's. */
const safeUrl = z
  .string()
  .max(2_000)
  .regex(safeWebUrl, says('must start with https://, or http:// on this machine'))
  .refine((text) => URL.canParse(text), { message: says('must be a URL') });

/** How a desk asks the issuer itself. */
const browserSchema = z.strictObject({
  scope: z
    .string()
    .max(1_000)
    .refine((text) => text.split(' ').includes('openid'), { message: says('must name openid') })
    .default('openid email offline_access')
    .describe('Without offline_access agents sign in again when their time is over'),
  prompt: z.string().max(100).optional().describe('Such as consent, where the issuer wants it'),
  redirect: z
    .string()
    .max(200)
    .regex(
      loopbackUrl,
      says('must be http://127.0.0.1 or http://localhost, with a port and path at most'),
    )
    .default('http://127.0.0.1/')
    .describe('Registered at the issuer; without a port desks choose a free one'),
});

/** Desks of a company whose agents sign in with OpenID Connect. */
export const signInSchema = z.strictObject({
  issuer: safeUrl.describe('As the tokens name it; its keys are found by OpenID Connect discovery'),
  audience: z.string().min(1).max(500).describe('Client ID or API for which the tokens are'),
  keys: safeUrl.optional().describe('JWKS URL, where the issuer has no discovery'),
  claim: z.string().min(1).max(200).default('email').describe('Names the agent'),
  agentField: z
    .enum(['id', 'customId', 'email', 'extension'])
    .default('email')
    .describe('Which field of an agent the claim holds'),
  browser: browserSchema
    .optional()
    .describe('Desks open the issuer’s sign-in page; audience is their client ID'),
  tokenMinutes: z.int().min(1).max(1_440).default(60).describe('How long a desk stays signed in'),
});
export type SignInConfig = z.infer<typeof signInSchema>;
