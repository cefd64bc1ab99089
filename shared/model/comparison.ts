import { z } from 'zod';

/** How a test compares a field of the call with its value. */
export const comparisons = [
  'equals',
  'notEquals',
  'oneOf',
  'contains',
  'startsWith',
  'matches',
  'greaterThan',
  'lessThan',
  'between',
  'empty',
  'notEmpty',
] as const;
export const comparisonSchema = z.enum(comparisons);
export type Comparison = z.infer<typeof comparisonSchema>;
