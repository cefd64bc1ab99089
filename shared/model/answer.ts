import { z } from 'zod';

const pointer = z
  .string()
  .max(500)
  .regex(/^(\/[^/]*)+$/, 'must be a JSON pointer, such as /customer/id');

/** One pointer or several, as a first and a last name are two values of many CRMs. */
const pointers = z
  .string()
  .trim()
  .max(500)
  .regex(
    /^\/\S*(?: \/\S*)*$/,
    'must be JSON pointers with a space between them, such as /first /last',
  );

/** What a flow takes where several customers match and none is chosen: the first, or none, as where none matches. */
export const unchosenChoices = ['none', 'first'] as const;

const matchesSchema = z.strictObject({
  from: z.literal('matches'),
  list: z
    .string()
    .trim()
    .max(500)
    .regex(/^(\/[^/]*)*$/, 'must be a JSON pointer, such as /results, or empty')
    .default('')
    .describe('JSON pointer to the list of customers; empty: the response is the list'),
  value: pointer.describe('JSON pointer within a customer to the value that is saved, such as /id'),
  label: pointers.describe('JSON pointers within a customer to its name, such as /first /last'),
  detail: z
    .union([z.literal(''), pointers])
    .default('')
    .describe('JSON pointers within a customer to what tells it from others, such as /company'),
  seconds: z
    .int()
    .min(3)
    .max(120)
    .default(20)
    .describe('How long the agent can choose where several customers match'),
  unchosen: z
    .enum(unchosenChoices)
    .default('none')
    .describe('What is saved if none is chosen in time: the first customer, or nothing'),
});
export type MatchesAnswer = z.infer<typeof matchesSchema>;

/** What of a response is kept. */
export const answerSchema = z.discriminatedUnion('from', [
  z.strictObject({ from: z.literal('body') }),
  z.strictObject({ from: z.literal('pointer'), pointer }),
  z.strictObject({ from: z.literal('header'), header: z.string().trim().min(1).max(200) }),
  z.strictObject({ from: z.literal('status') }),
  matchesSchema,
]);
export type Answer = z.infer<typeof answerSchema>;
