import { z } from 'zod';
import { issueText } from '../text/message.ts';

/** A reference to a secret in the vault. What a definition carries at run time: never the secret. */
export const secretRefSchema = z.strictObject({
  secret: z.string().min(1).max(200).describe('Name of a secret in this computer’s vault'),
});
export type SecretRef = z.infer<typeof secretRefSchema>;

/** A secret as a person or a configuration file gives it: the text itself, or a reference. */
export const secretInputSchema = z.union([
  z
    .string()
    .min(1, issueText('problem.field.secretMissing'))
    .max(10_000)
    .describe('The secret itself; ${env:NAME} reads the environment'),
  secretRefSchema,
]);
export type SecretInput = z.infer<typeof secretInputSchema>;

/** Which form of a definition a schema describes: with references only, or with secrets as typed. */
export type SecretSchema = typeof secretRefSchema | typeof secretInputSchema;
