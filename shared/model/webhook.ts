import { z } from 'zod';
import { dateFormats, phoneFormats } from '../templates/format-value.ts';
import { unsetChoices } from '../templates/fill-text.ts';
import { idSchema, nameSchema } from './definition.ts';
import { pauseSchema } from './pause.ts';
import { secretInputSchema, secretRefSchema, type SecretSchema } from './secret.ts';
import { templateUrlSchema } from './template-url.ts';
import { timeZoneSchema } from './time-zone.ts';
import { tokenStringSchema } from './token-string.ts';
import { headerWith } from './request-header.ts';
import { issueText } from '../text/message.ts';

export const webhookMethods = ['GET', 'POST', 'PUT'] as const;
export const successCodeChoices = [200, 201, 202, 203, 204] as const;
export const bodyEncodings = ['json', 'form'] as const;

const namedValueSchema = z.strictObject({
  name: z.string().trim().min(1, issueText('problem.field.nameMissing')).max(200),
  value: tokenStringSchema,
});
export type NamedValue = z.infer<typeof namedValueSchema>;

const encodingSchema = z.enum(bodyEncodings).default('json');

/** What the body holds. With GET the values of a set or of fields go into the query. */
export const bodySchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }).describe('No body'),
  z
    .strictObject({
      kind: z.literal('acefone'),
      trigger: z.string().min(1).max(200).describe("Acefone's trigger: it decides the variables"),
      encoding: encodingSchema,
      leaveOut: z
        .array(z.string().min(1).max(200))
        .max(100)
        .default([])
        .describe('Variables of the trigger that are not sent'),
      extra: z.array(namedValueSchema).max(100).default([]).describe('Additional fields'),
    })
    .describe("The variables of one of Acefone's triggers"),
  z.strictObject({ kind: z.literal('callvoip') }).describe("Callvoip's twelve keys, with POST"),
  z.strictObject({
    kind: z.literal('fields'),
    encoding: encodingSchema,
    fields: z.array(namedValueSchema).max(200),
  }),
  z.strictObject({ kind: z.literal('template'), template: idSchema.describe('ID of a template') }),
]);
export type WebhookBody = z.infer<typeof bodySchema>;

/** A call waits in Callvoip's dial plan for the answer: longer than this it does not (seconds). */
export const longestCallvoipTimeout = 10;

/** How long a webhook waits for a response (seconds). */
export const timeoutOf = ({
  body,
  timeoutSeconds,
}: {
  readonly body: { readonly kind: WebhookBody['kind'] };
  readonly timeoutSeconds: number;
}): number =>
  body.kind === 'callvoip' ? Math.min(timeoutSeconds, longestCallvoipTimeout) : timeoutSeconds;

const signingWith = <S extends SecretSchema>(secret: S) =>
  z
    .strictObject({
      key: secret,
      previous: z.optional(secret).describe('Previous key, also used for signing during rotation'),
    })
    .describe('Signs each request (Standard Webhooks). Keys are whsec_ and base64');

/** How values are written. */
const valuesShape = {
  dates: z
    .strictObject({
      format: z.enum(dateFormats).default('iso'),
      zone: timeZoneSchema.default('UTC'),
    })
    .prefault({}),
  numbers: z
    .enum(phoneFormats)
    .optional()
    .describe(
      'How numbers are written where a token names no format. Default: as the call has them',
    ),
  whenUnset: z
    .enum(unsetChoices)
    .default('empty')
    .describe('If a value is missing: send it empty, send null, or omit it'),
};

/** What counts as success, and how long to wait for it. */
const answerShape = {
  successCodes: z
    .array(z.int())
    .min(1, issueText('problem.field.chooseOne'))
    .max(50)
    .refine((codes) => codes.every((code) => code >= 200 && code <= 599), {
      message: issueText('problem.field.successCode'),
    })
    .default([...successCodeChoices])
    .describe('Status codes that mean success, 200 to 599'),
  followRedirects: z
    .boolean()
    .default(false)
    .describe(
      'Follow a redirect (301, 302, 303) once, with GET and without the body; the webhook’s headers and signature only go to its own origin',
    ),
  timeoutSeconds: z.int().min(1).max(60).default(15),
};

const webhookWith = <S extends SecretSchema>(secret: S) =>
  z.strictObject({
    id: idSchema,
    name: nameSchema,
    description: z.string().max(2000).optional(),
    group: z.string().trim().max(200).default('').describe('Group whose templates it can use'),
    tags: z
      .array(z.string().trim().min(1).max(200))
      .max(50)
      .optional()
      .describe('Locations and other tags, by which the list of webhooks can be filtered'),
    enabled: z.boolean().default(true),
    pause: pauseSchema.optional().describe('Paused'),
    url: templateUrlSchema('problem.field.webhookUrlMissing'),
    method: z.enum(webhookMethods).default('POST'),
    body: bodySchema.prefault({ kind: 'none' }),
    headers: z.array(headerWith(secret)).max(50).default([]),
    ...valuesShape,
    ...answerShape,
    expiresAfter: z
      .int()
      .min(1)
      .max(604_800)
      .optional()
      .describe(
        'Expires after so many seconds. Default: 60 while ringing, otherwise the whole schedule',
      ),
    stopOn4xx: z
      .boolean()
      .default(true)
      .describe('Do not retry on responses 400 to 499 (except 408, 425, 429)'),
    allowLocal: z
      .boolean()
      .default(false)
      .describe('Also send to link-local and metadata addresses (169.254.0.0/16, fe80::/10)'),
    signing: signingWith(secret).optional(),
  });

/** A webhook as the app uses it: its secrets are references. */
export const webhookSchema = webhookWith(secretRefSchema);
export type Webhook = z.infer<typeof webhookSchema>;

/** A webhook as a form or a file gives it. */
export const webhookInputSchema = webhookWith(secretInputSchema);
export type WebhookInput = z.infer<typeof webhookInputSchema>;
