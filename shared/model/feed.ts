import { z } from 'zod';
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

/** What a payload does not say about itself. */
export const feedSchema = z.strictObject({
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
  mapping: z
    .string()
    .max(20_000)
    .optional()
    .describe(
      'JSONata expression that turns a payload into call events, for the dialect "mapping"',
    ),
  timeZone: timeZoneSchema.optional().describe('Time zone of times without one. Default: UTC'),
});
export type Feed = z.infer<typeof feedSchema>;
