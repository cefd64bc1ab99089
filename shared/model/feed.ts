import { z } from 'zod';
import { isTimeFormat } from '../times/time-format.ts';
import { framings } from '../frames/framings.ts';
import { stageSchema } from './stage.ts';
import { issueText } from '../text/message.ts';

/** Vocabularies that Ringcue knows. */
export const knownDialectNames = [
  'cloudevents',
  'call-center-studio',
  'webitel',
  'acefone',
  'callvoip',
  'autoid',
] as const;
export type KnownDialectName = (typeof knownDialectNames)[number];

/** `mapping`: the source's own expression says what its payloads mean. */
export const dialectNames = [...knownDialectNames, 'mapping'] as const;
export const dialectNameSchema = z.enum(dialectNames);
export type DialectName = z.infer<typeof dialectNameSchema>;

/** `IST` is India's zone where the provider says so; luxon knows it by its IANA name. */
const timeZoneSchema = z
  .string()
  .regex(/^(IST|UTC|[A-Za-z_]+(\/[A-Za-z0-9_+-]+)*)$/, issueText('problem.field.timeZone'));

/** How this phone system writes numbers; see docs/events.md. */
const numberSettings = {
  internationalWithoutPlus: z
    .boolean()
    .optional()
    .describe('Numbers come with their country code, but without + or 00'),
  outsideLine: z
    .string()
    .regex(/^\d{1,3}$/, issueText('problem.field.outsideLine'))
    .optional()
    .describe('Digits before the number for an outside line, such as 9'),
  extensionLengths: z
    .array(z.int().min(2).max(7))
    .max(6)
    .optional()
    .describe(
      'Lengths of internal numbers, which are never read as telephone numbers. Default: 2 to 7',
    ),
  withheldNumbers: z
    .array(z.string().trim().min(1).max(100))
    .max(50)
    .optional()
    .describe('Numbers or words sent in place of a withheld number, such as that of the trunk'),
};

/** What a payload does not say about itself. */
export const feedSchema = z.strictObject({
  framing: z
    .enum(framings)
    .optional()
    .describe(
      'How messages carry events: lines of JSON, signalr, socketio, form, xml, or text for a mapping. Default: recognized',
    ),
  stage: stageSchema.optional().describe('Stage of events that name none'),
  trigger: z.string().max(200).optional().describe('Acefone trigger of this feed'),
  moment: z.enum(['begin', 'end']).optional().describe("AutoID's moment that this feed carries"),
  topics: z
    .record(z.string().min(1).max(500), z.string().min(1).max(200))
    .optional()
    .describe('Subject, topic or path -> stage, trigger or moment'),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, issueText('problem.field.country'))
    .optional()
    .describe('Country of numbers without a country code (ISO 3166)'),
  ...numberSettings,
  mapping: z
    .string()
    .max(20_000)
    .optional()
    .describe(
      'JSONata expression that turns a payload into call events, for the dialect "mapping"',
    ),
  timeZone: timeZoneSchema.optional().describe('Time zone of times without one. Default: UTC'),
  timeFormat: z
    .string()
    .max(60)
    .refine(isTimeFormat, { message: issueText('problem.field.timeFormat') })
    .optional()
    .describe(
      'How times are written where they are not ISO 8601 or epoch, such as dd-MM-yyyy HH:mm:ss',
    ),
  ordersByTime: z
    .boolean()
    .optional()
    .describe('False: times of this source are too coarse or wrong to put its events in order'),
});
export type Feed = z.infer<typeof feedSchema>;
