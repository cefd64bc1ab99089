import { z } from 'zod';
import { fieldRefSchema } from '../../shared/model/call-fields.ts';
import { parseAddress } from '../../shared/popup-url/parse-address.ts';
import { problemText } from '../../shared/text/english.ts';
import { says } from './says.ts';

const answerText = z.string().max(500);

/** A URL whose tokens are the call's fields; each value stays in its place. */
const lookupUrlSchema = z
  .string()
  .max(2000)
  .regex(/^https?:\/\/[^/?#{}@\s]+/i, says('must start with http:// or https:// and a fixed host'))
  .superRefine((text, context) => {
    const read = parseAddress(text);
    if (!read.ok) context.addIssue({ code: 'custom', message: problemText(read.problem) });
  });

const answerStepSchema = z.discriminatedUnion('from', [
  z
    .strictObject({
      from: z.literal('table'),
      field: fieldRefSchema,
      rows: z
        .array(z.strictObject({ values: z.array(z.string().max(500)).min(1), answer: answerText }))
        .max(10_000),
    })
    .describe('The first row that holds the value of the field'),
  z
    .strictObject({
      from: z.literal('lastAgent'),
      hours: z
        .number()
        .min(1)
        .max(24 * 31)
        .default(24 * 7),
      say: z.enum(['id', 'customId', 'email', 'extension']).default('extension'),
    })
    .describe('The agent who last answered a call from this number'),
  z
    .strictObject({
      from: z.literal('http'),
      url: lookupUrlSchema,
      headers: z
        .record(z.string().regex(/^[A-Za-z0-9-]{1,100}$/), z.string().max(2000))
        .default({}),
      pointer: z
        .string()
        .regex(/^(\/[^/]+)+$/, says('must be a JSON pointer, such as /customer/agent'))
        .describe('Place of the answer in the JSON response'),
    })
    .describe('A GET request, such as to the CRM'),
]);

/** What a feed answers to a phone system that waits for it: the first step that knows something. */
export const answerSchema = z.strictObject({
  key: z
    .string()
    .min(1)
    .max(200)
    .describe('Name of the answer in the response, as the phone system reads it'),
  default: answerText.describe('When no step knows an answer in time'),
  format: z.enum(['json', 'text', 'form']).default('json'),
  withinMs: z
    .int()
    .min(50)
    .max(9_500)
    .default(1_500)
    .describe('Set it below the time-out of the phone system'),
  steps: z.array(answerStepSchema).max(10),
});
export type AnswerConfig = z.infer<typeof answerSchema>;
export type AnswerStep = z.infer<typeof answerStepSchema>;
