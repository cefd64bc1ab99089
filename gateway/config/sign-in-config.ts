import { z } from 'zod';
import { says } from './says.ts';

/** Keys and tokens over plain HTTP could be anyone's, but for a server on this machine. */
const safeUrl = z
  .string()
  .max(2_000)
  .regex(
    /^(https:\/\/|http:\/\/(127\.0\.0\.1|localhost)[:/])/,
    says('must start with https://, or http:// on this machine'),
  )
  .refine((text) => URL.canParse(text), { message: says('must be a URL') });

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
  tokenMinutes: z.int().min(1).max(1_440).default(60).describe('How long a desk stays signed in'),
});
export type SignInConfig = z.infer<typeof signInSchema>;
