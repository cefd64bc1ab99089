import { z } from 'zod';
import { prepareAes256Cbc } from '../cipher/aes256cbc.ts';
import { agentIdentitySchema } from './agent-identity.ts';
import { hookSchema } from './hook.ts';
import { popupInputSchema, popupSchema } from './popup.ts';
import { sealedSecretsSchema } from './sealed-secrets.ts';
import { settingsInputSchema, settingsPatchSchema } from './settings.ts';
import { sourceInputSchema, sourceSchema } from './source.ts';

/** Raised with every change of the format; `shared/config/migrations.ts` says how to get there. */
export const configVersion = 1;

const common = {
  $schema: z.string().optional().describe('Address of this schema, for editors'),
  version: z.literal(configVersion),
  agent: agentIdentitySchema.optional(),
  hooks: z.array(hookSchema).max(10_000).optional(),
};

const inputObject = z.strictObject({
  ...common,
  sources: z.array(sourceInputSchema).max(100).optional(),
  popups: z.array(popupInputSchema).max(10_000).optional(),
  settings: settingsInputSchema.optional(),
  sealedSecrets: sealedSecretsSchema.optional(),
});
export type ConfigInput = z.infer<typeof inputObject>;

/** A configuration as a file gives it: secrets may stand in it as text. */
export const configInputSchema = inputObject
  .superRefine(checkIds)
  .superRefine(checkReferences)
  .superRefine(checkKeys);

/** A configuration with references in the place of secrets: what is stored, resolved and shown. */
export const configSchema = z.strictObject({
  ...common,
  sources: z.array(sourceSchema).max(100).optional(),
  popups: z.array(popupSchema).max(10_000).optional(),
  settings: settingsPatchSchema.optional(),
});
export type ConfigDocument = z.infer<typeof configSchema>;

function checkIds(document: ConfigInput, context: z.RefinementCtx): void {
  for (const part of ['sources', 'popups', 'hooks'] as const) {
    const seen = new Set<string>();
    document[part]?.forEach(({ id }, index) => {
      if (seen.has(id)) {
        const message = `"${id}" stands twice: ids must be unique.`;
        context.addIssue({ code: 'custom', path: [part, index, 'id'], message });
      }
      seen.add(id);
    });
  }
}

/** A file that names its popups must not have hooks that open others. */
function checkReferences(document: ConfigInput, context: z.RefinementCtx): void {
  if (document.popups === undefined) return;
  const known = new Set(document.popups.map(({ id }) => id));
  document.hooks?.forEach((hook, index) => {
    hook.actions.forEach((step, position) => {
      if (known.has(step.popup)) return;
      const message = `There is no popup with the id "${step.popup}".`;
      const path = ['hooks', index, 'actions', position, 'popup'];
      context.addIssue({ code: 'custom', path, message });
    });
  });
}

/** A key or IV of the wrong length is found when the file is read, not when a call rings. */
function checkKeys(document: ConfigInput, context: z.RefinementCtx): void {
  document.popups?.forEach(({ encryption }, index) => {
    if (encryption === undefined || typeof encryption.key !== 'string') return;
    const prepared = prepareAes256Cbc(encryption.key, encryption, (count) => new Uint8Array(count));
    if (prepared.ok) return;
    const { path, message } = prepared.problem;
    context.addIssue({
      code: 'custom',
      path: ['popups', index, 'encryption', path],
      message,
    });
  });
}
