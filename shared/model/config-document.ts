import { z } from 'zod';
import { checkCipher } from '../cipher/key-material.ts';
import { agentIdentitySchema } from './agent-identity.ts';
import { flowSchema } from './flow.ts';
import { ruleSchema } from './rule.ts';
import { listParts } from './list-parts.ts';
import { popupInputSchema, popupSchema } from './popup.ts';
import { sealedSecretsSchema } from './sealed-secrets.ts';
import { settingsInputSchema, settingsPatchSchema } from './settings.ts';
import { referencesIn } from './references.ts';
import { sourceInputSchema, sourceSchema } from './source.ts';
import { templateSchema } from './template.ts';
import { webhookInputSchema, webhookSchema } from './webhook.ts';
import { issueText, packed } from '../text/message.ts';

/** Raised with every change of the format; `shared/config/migrations.ts` says how to get there. */
export const configVersion = 3;

const common = {
  $schema: z.string().optional().describe('URL of this schema, for editors'),
  version: z.literal(configVersion),
  revision: z.int().min(1).optional().describe('Counts the publications of this file'),
  published: z
    .strictObject({ at: z.iso.datetime(), note: z.string().max(2000) })
    .optional()
    .describe('When this revision was published, and its note'),
  agent: agentIdentitySchema.optional(),
  rules: z.array(ruleSchema).max(10_000).optional(),
  templates: z.array(templateSchema).max(1_000).optional(),
  flows: z.array(flowSchema).max(1_000).optional(),
};

const inputObject = z.strictObject({
  ...common,
  sources: z.array(sourceInputSchema).max(100).optional(),
  popups: z.array(popupInputSchema).max(10_000).optional(),
  webhooks: z.array(webhookInputSchema).max(1_000).optional(),
  settings: settingsInputSchema.optional(),
  sealedSecrets: sealedSecretsSchema.optional(),
});
export type ConfigInput = z.infer<typeof inputObject>;

/** As an earlier version stored it: what is a secret today may stand in it as text. */
export const storedInputSchema = inputObject.omit({ sealedSecrets: true });

/** A configuration file: it may contain secrets as text. */
export const configInputSchema = inputObject
  .superRefine(checkIds)
  .superRefine(checkReferences)
  .superRefine(checkKeys);

/** A configuration with references in the place of secrets: what is stored, resolved and shown. */
export const configSchema = z.strictObject({
  ...common,
  sources: z.array(sourceSchema).max(100).optional(),
  popups: z.array(popupSchema).max(10_000).optional(),
  webhooks: z.array(webhookSchema).max(1_000).optional(),
  settings: settingsPatchSchema.optional(),
});
export type ConfigDocument = z.infer<typeof configSchema>;

function checkIds(document: ConfigInput, context: z.RefinementCtx): void {
  for (const part of listParts) {
    const seen = new Set<string>();
    document[part]?.forEach(({ id }, index) => {
      if (seen.has(id)) {
        const message = issueText('problem.config.idTwice', { id });
        context.addIssue({ code: 'custom', path: [part, index, 'id'], message });
      }
      seen.add(id);
    });
  }
}

/** A file that names its popups, webhooks or flows must not refer to others. */
function checkReferences(document: ConfigInput, context: z.RefinementCtx): void {
  const known = new Map(listParts.map((part) => [part, document[part] && idsOf(document[part])]));
  for (const { part, id, path } of referencesIn(document)) {
    if (known.get(part)?.has(id) ?? true) continue;
    const message = issueText('problem.config.unknownReference', { part: part.slice(0, -1), id });
    context.addIssue({ code: 'custom', path: [...path], message });
  }
}

const idsOf = (list: readonly { readonly id: string }[]): ReadonlySet<string> =>
  new Set(list.map(({ id }) => id));

/** A key or IV of the wrong length is found when the file is read, not when a call rings. */
function checkKeys(document: ConfigInput, context: z.RefinementCtx): void {
  document.popups?.forEach(({ encryption }, index) => {
    if (encryption === undefined || typeof encryption.key !== 'string') return;
    const checked = checkCipher(encryption.key, encryption);
    if (checked.ok) return;
    const { path, message } = checked.problem;
    context.addIssue({
      code: 'custom',
      path: ['popups', index, 'encryption', ...path.split('.')],
      message: packed(message),
    });
  });
}
