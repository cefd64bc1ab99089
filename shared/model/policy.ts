import { z } from 'zod';
import { issueText } from '../text/message.ts';
import { configInputSchema } from './config-document.ts';

/** An Ed25519 public key as a JWK has it in `x`. */
export const publicKeySchema = z
  .string()
  .regex(/^[A-Za-z0-9_-]{43}$/, issueText('problem.policy.publicKey'));

const loopback: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Nobody on the way may read or hold back what the desks run; on this computer there is no way. */
function isSafe(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  if (url.username !== '' || url.hash !== '') return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && loopback.has(url.hostname));
}

/** Where a shared configuration lies. */
export const sharedUrlSchema = z
  .string()
  .max(2_000)
  .refine(isSafe, issueText('problem.policy.url'));

/** Where desks get the configuration of the company, and how they know it is theirs. */
export const remoteSchema = z.strictObject({
  url: sharedUrlSchema.describe(
    'https://… of the signed configuration; http only on this computer',
  ),
  publicKeys: z
    .array(publicKeySchema)
    .min(1)
    .max(5)
    .describe('Ed25519 public keys; a second one lets the key be changed'),
  token: z.string().min(1).max(1_000).optional().describe('Sent as Authorization: Bearer'),
  everyMinutes: z
    .int()
    .min(1)
    .max(1_440)
    .default(15)
    .describe('How often to look for a new revision'),
});
export type Remote = z.infer<typeof remoteSchema>;

/** Newer versions of the app itself. */
export const updatesSchema = z.strictObject({
  off: z
    .boolean()
    .default(false)
    .describe('IT updates Ringcue: it does not look for newer versions'),
  url: sharedUrlSchema
    .optional()
    .describe('https://… of the folder with newer versions, in place of the publisher’s'),
});

const envelope = {
  $schema: z.string().optional().describe('URL of this schema, for editors'),
  version: z.literal(1),
  remote: remoteSchema.optional().describe('Configuration from a URL'),
  updates: updatesSchema.optional().describe('Newer versions of Ringcue'),
};

/** As it is read: the configuration is checked after its variables are filled in. */
export const policyEnvelopeSchema = z.strictObject({
  ...envelope,
  configuration: z.json().optional(),
});

/** What this computer's administrator decides for everyone who works on it. */
export const policySchema = z.strictObject({
  ...envelope,
  configuration: configInputSchema
    .optional()
    .describe('Parts and settings that are set and locked: above the URL, --config and the user'),
});
export type Policy = z.infer<typeof policySchema>;
