import { z } from 'zod';
import { fieldRefSchema } from './call-fields.ts';
import { patternProblem } from './safe-pattern.ts';

export const comparisons = ['equals', 'contains', 'startsWith', 'matches', 'empty'] as const;
export const comparisonSchema = z.enum(comparisons);

/** A test on one field of the call. All compare without regard to case. */
const fieldTestSchema = z
  .strictObject({
    field: fieldRefSchema,
    is: comparisonSchema
      .default('equals')
      .describe('matches: a regular expression (RE2, linear time)'),
    value: z.string().max(10_000).default(''),
  })
  .superRefine(({ is, value }, context) => {
    const problem = is === 'matches' ? patternProblem(value) : undefined;
    if (problem !== undefined) {
      context.addIssue({ code: 'custom', path: ['value'], message: problem });
    }
  });
export type FieldTest = z.infer<typeof fieldTestSchema>;

export type Condition =
  FieldTest | { all: Condition[] } | { any: Condition[] } | { not: Condition };

export const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    fieldTestSchema,
    z.strictObject({ all: z.array(conditionSchema).max(100) }),
    z.strictObject({ any: z.array(conditionSchema).max(100) }),
    z.strictObject({ not: conditionSchema }),
  ]),
);
