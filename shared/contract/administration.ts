import { z } from 'zod';
import { bulkChangeSchema } from '../config/bulk-change.ts';
import { sharedUrlSchema } from '../model/policy.ts';
import { settingsInputSchema } from '../model/settings.ts';
import { noInput, tokenSchema } from './inputs.ts';
import { nothing, procedure, returns } from './procedure.ts';
import type { ImportView, PublishView, SavedFile } from './views.ts';
import { issueText } from '../text/message.ts';

const passphraseSchema = z
  .string()
  .min(12, issueText('problem.field.passphraseTooShort'))
  .max(1000);

/** Settings, the PIN, changes of many definitions at once, import, export and publishing. */
export const administrationProcedures = {
  'definitions.change': procedure({
    input: bulkChangeSchema,
    right: (change) => (change.do === 'duplicate' ? 'create' : 'edit'),
    /** With the ticket it can be undone. */
    output: returns<{ readonly ticket: string }>(),
  }),
  'definitions.undo': procedure({
    input: z.strictObject({ ticket: tokenSchema }),
    right: 'edit',
    output: nothing,
  }),
  'settings.save': procedure({
    input: settingsInputSchema,
    right: 'administer',
    output: nothing,
  }),
  'admin.unlock': procedure({
    input: z.strictObject({ pin: z.string().max(100) }),
    right: 'agent',
    output: nothing,
  }),
  'admin.lock': procedure({ input: noInput, right: 'agent', output: nothing }),
  /** An empty one takes the lock away. */
  'admin.setPin': procedure({
    input: z.strictObject({
      pin: z
        .string()
        .max(100)
        .refine((pin) => pin === '' || pin.length >= 4, issueText('problem.field.pinTooShort')),
    }),
    right: 'administer',
    output: nothing,
  }),
  /** Looks now for a newer revision of what the company decides. */
  'managed.check': procedure({ input: noInput, right: 'administer', output: nothing }),
  /** Undefined where no file was chosen. */
  'publish.choose': procedure({
    input: noInput,
    right: 'administer',
    output: returns<PublishView | undefined>(),
  }),
  'publish.view': procedure({
    input: noInput,
    right: 'administer',
    output: returns<PublishView | undefined>(),
  }),
  'publish.share': procedure({
    input: z.strictObject({
      url: z.union([z.literal(''), sharedUrlSchema]),
      /** Empty: the one that is stored stays, for the same server. */
      token: z.string().max(1_000),
    }),
    right: 'administer',
    output: returns<PublishView>(),
  }),
  'publish.write': procedure({
    input: z.strictObject({ token: tokenSchema, note: z.string().max(2000) }),
    right: 'administer',
    output: returns<PublishView>(),
  }),
  'publish.rollBack': procedure({
    input: z.strictObject({ revision: z.int().min(1) }),
    right: 'administer',
    output: returns<PublishView>(),
  }),
  'config.export': procedure({
    input: z.strictObject({ passphrase: passphraseSchema.optional() }),
    right: 'administer',
    output: returns<SavedFile>(),
  }),
  /** Undefined where no file was chosen. */
  'config.openImport': procedure({
    input: noInput,
    right: 'administer',
    output: returns<ImportView | undefined>(),
  }),
  'config.applyImport': procedure({
    input: z.strictObject({
      token: tokenSchema,
      mode: z.enum(['merge', 'replace']),
      passphrase: z.string().max(1000).optional(),
    }),
    right: 'administer',
    output: returns<{ readonly ticket: string }>(),
  }),
};
