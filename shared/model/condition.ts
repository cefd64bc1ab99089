import { z } from 'zod';
import { compareOrdered, orderedValue } from '../matching/ordered-value.ts';
import { issueText } from '../text/message.ts';
import { fieldRefSchema } from './call-fields.ts';
import { comparisonSchema } from './comparison.ts';
import { patternProblem } from './safe-pattern.ts';
import { weekdaySchema } from './weekday.ts';

const valueSchema = z.string().max(10_000);

/** A test on one field of the call. Texts compare as people read them: case, coding and outer spaces do not count. */
const fieldTestSchema = z
  .strictObject({
    field: fieldRefSchema,
    is: comparisonSchema
      .default('equals')
      .describe(
        'matches: a regular expression (RE2, linear time). greaterThan, lessThan, between: numbers, or times (ISO 8601)',
      ),
    value: valueSchema.default('').describe('With between: the lower limit, itself included'),
    to: valueSchema.optional().describe('With between: the upper limit, itself included'),
    values: z.array(valueSchema).max(1000).optional().describe('With oneOf: the texts'),
  })
  .superRefine((test, context) => {
    for (const { member, message } of testProblems(test)) {
      context.addIssue({ code: 'custom', path: [member], message });
    }
  });
export type FieldTest = z.infer<typeof fieldTestSchema>;

interface TestProblem {
  readonly member: 'value' | 'to' | 'values';
  readonly message: string;
}

function testProblems({ is, value, to, values }: FieldTest): TestProblem[] {
  const unordered = (member: 'value' | 'to', text: string): TestProblem[] =>
    orderedValue(text) === undefined
      ? [{ member, message: issueText('problem.field.notOrdered') }]
      : [];
  switch (is) {
    case 'matches': {
      const message = patternProblem(value);
      return message === undefined ? [] : [{ member: 'value', message }];
    }
    case 'oneOf':
      return (values ?? []).length > 0
        ? []
        : [{ member: 'values', message: issueText('problem.field.noValues') }];
    case 'greaterThan':
    case 'lessThan':
      return unordered('value', value);
    case 'between':
      return [
        ...unordered('value', value),
        ...unordered('to', to ?? ''),
        ...limitsProblem(value, to),
      ];
    default:
      return [];
  }
}

/** Of one kind, and the lower one first. */
function limitsProblem(value: string, to = ''): TestProblem[] {
  const [lower, upper] = [orderedValue(value), orderedValue(to)];
  if (lower === undefined || upper === undefined) return [];
  return (compareOrdered(lower, upper) ?? 1) <= 0
    ? []
    : [{ member: 'to', message: issueText('problem.field.limitsTurned') }];
}

const clockSchema = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, issueText('problem.field.notAClock'));

/** When it happens, by the clock of this computer. */
const timeTestSchema = z.strictObject({
  time: z
    .strictObject({
      from: clockSchema.describe('HH:mm, itself included'),
      to: clockSchema.describe('HH:mm, itself not included; before `from`: on the next day'),
    })
    .refine(({ from, to }) => from !== to, {
      path: ['to'],
      message: issueText('problem.field.noTime'),
    })
    .describe('Time of day of the event, in the time zone of this computer'),
});
export type TimeTest = z.infer<typeof timeTestSchema>;

const weekdayTestSchema = z.strictObject({
  weekdays: z
    .array(weekdaySchema)
    .min(1, issueText('problem.field.noValues'))
    .max(7)
    .describe('Day of the event, in the time zone of this computer'),
});
export type WeekdayTest = z.infer<typeof weekdayTestSchema>;

export type Test = FieldTest | TimeTest | WeekdayTest;

export type Condition = Test | { all: Condition[] } | { any: Condition[] } | { not: Condition };

export const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    fieldTestSchema,
    timeTestSchema,
    weekdayTestSchema,
    z.strictObject({ all: z.array(conditionSchema).max(100) }),
    z.strictObject({ any: z.array(conditionSchema).max(100) }),
    z.strictObject({ not: conditionSchema }),
  ]),
);

/** Whether a condition is a single test. */
export const isTest = (condition: Condition): condition is Test =>
  'field' in condition || 'time' in condition || 'weekdays' in condition;
