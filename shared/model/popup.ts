import { z } from 'zod';
import { addressSigningWith, signaturePrefix } from './address-signing.ts';
import { fieldRefSchema } from './call-fields.ts';
import { idSchema, nameSchema, originSchema, webUrlSchema } from './definition.ts';
import { encryptionSchema } from './encryption.ts';
import { pauseSchema } from './pause.ts';
import { secretInputSchema, secretRefSchema, type SecretSchema } from './secret.ts';
import { valueFormats } from '../templates/format-value.ts';
import { templateUrlSchema } from './template-url.ts';
import { timeZoneSchema } from './time-zone.ts';
import { tokenStringSchema } from './token-string.ts';
import { issueText } from '../text/message.ts';

/** What to do with a parameter whose field the call does not carry. */
export const whenEmptySchema = z
  .enum(['drop', 'send', 'skip'])
  .describe('drop: omit the parameter; send: send it empty; skip: do not open the popup');

const parameterName = z.string().min(1, issueText('problem.field.parameterNameMissing')).max(200);

export const parameterSchema = z.union([
  z.strictObject({
    name: parameterName,
    field: fieldRefSchema,
    format: z
      .enum(valueFormats)
      .optional()
      .describe('How the value is written, such as national or date; default: as the call has it'),
    whenEmpty: whenEmptySchema.optional().describe("Overrides the popup's setting"),
  }),
  z.strictObject({
    name: parameterName,
    text: tokenStringSchema,
    whenEmpty: whenEmptySchema.optional(),
  }),
]);
export type Parameter = z.infer<typeof parameterSchema>;

const closeSchema = z.strictObject({
  when: z
    .enum(['never', 'hangup', 'wrapup', 'after'])
    .default('never')
    .describe(
      'When the window closes automatically: never; when the call ends; after wrap-up; some seconds after opening. Never while the page has unsaved input',
    ),
  seconds: z.int().min(1).max(86_400).default(60).describe('With when: after'),
  elsewhere: z
    .boolean()
    .default(true)
    .describe('Close if a colleague answers, unless the agent has used the window'),
});

const windowSchema = z.strictObject({
  target: z
    .enum(['window', 'reused', 'browser'])
    .default('window')
    .describe(
      'window: a new window for each call; reused: one window for all calls; browser: the default browser',
    ),
  close: closeSchema.prefault({}),
  focus: z
    .enum(['raise', 'show', 'flash'])
    .default('show')
    .describe(
      'raise: shown on top, takes focus at the next pause in typing; show: shown on top without taking focus; flash: minimised, flashes in the taskbar',
    ),
  width: z.int().min(320).max(7680).default(1100),
  height: z.int().min(240).max(4320).default(760),
});

const signInSchema = z.strictObject({
  url: webUrlSchema
    .refine((url) => !url.includes('{{'), issueText('problem.address.noTokens'))
    .optional()
    .describe("Page that the desk's sign-in button opens"),
  origins: z
    .array(originSchema)
    .max(50)
    .default([])
    .describe('Other origins the window may go to, such as the identity provider'),
  loginPaths: z
    .array(z.string().startsWith('/').max(1000))
    .max(50)
    .default([])
    .describe("Paths of the CRM's own login pages; after them the pending popup opens"),
});

const popupWith = <S extends SecretSchema>(secret: S) =>
  z
    .strictObject({
      id: idSchema,
      name: nameSchema,
      description: z.string().max(2000).optional(),
      enabled: z.boolean().default(true),
      pause: pauseSchema.optional().describe('Paused'),
      url: templateUrlSchema('problem.field.popupUrlMissing'),
      parameters: z.array(parameterSchema).max(200).default([]),
      whenEmpty: whenEmptySchema.default('drop'),
      timeZone: timeZoneSchema.optional().describe('Time zone of dates and times; default: UTC'),
      encryption: encryptionSchema(secret).optional(),
      signing: addressSigningWith(secret).optional(),
      window: windowSchema.prefault({}),
      signIn: signInSchema.prefault({}),
    })
    .superRefine(({ parameters, signing }, context) => {
      if (signing === undefined) return;
      for (const [index, { name }] of parameters.entries()) {
        if (!name.startsWith(signaturePrefix)) continue;
        const message = issueText('problem.field.signatureName');
        context.addIssue({ code: 'custom', path: ['parameters', index, 'name'], message });
      }
    });

/** A popup as the app uses it: its key is a reference. */
export const popupSchema = popupWith(secretRefSchema);
export type Popup = z.infer<typeof popupSchema>;
export type Encryption = NonNullable<Popup['encryption']>;

/** A popup as a form or a file gives it: the key may be the text itself. */
export const popupInputSchema = popupWith(secretInputSchema);
export type PopupInput = z.infer<typeof popupInputSchema>;
export type EncryptionInput = NonNullable<PopupInput['encryption']>;
