import { z } from 'zod';
import type { Message } from '../text/message.ts';
import { idSchema } from './definition.ts';

/** Bars of a chart at most: more would be thinner than a pixel on a small screen. */
export const mostBars = 600;

/** The borders of a chart's bars, in milliseconds since 1970: each bar ends where the next begins. */
export const barEdgesSchema = z
  .array(z.int().min(0))
  .min(2)
  .max(mostBars + 1)
  .refine((edges) => edges.every((edge, at) => at === 0 || edge > (edges[at - 1] ?? 0)));

export const healthSearchSchema = z.strictObject({
  edges: barEdgesSchema,
  webhook: idSchema.optional(),
});
export type HealthSearch = z.infer<typeof healthSearchSchema>;

/** What failed deliveries have in common: what is wrong, where, and with which answer. */
export const failureCauseSchema = z.strictObject({
  /** Id of the problem's text, or the sentence that a version before 0.2 stored. */
  problem: z.string().max(2_000),
  host: z.string().max(300),
  /** Of the last attempt; 0: no answer came. */
  status: z.int().min(0).max(999),
});
export type FailureCause = z.infer<typeof failureCauseSchema>;

/** Which failed deliveries to try again. */
export const failedSchema = z.strictObject({
  /** Only what failed before a person asked, so that one that fails again is not retried at once. */
  settledBefore: z.number().min(0),
  cause: failureCauseSchema.optional(),
  webhook: idSchema.optional(),
  from: z.number().min(0).optional(),
  to: z.number().min(0).optional(),
});
export type Failed = z.infer<typeof failedSchema>;

/** What became of the deliveries accepted within a bar's time. */
export interface DeliveryBar {
  readonly delivered: number;
  readonly retrying: number;
  readonly failed: number;
}

export interface FailureGroup extends FailureCause {
  readonly count: number;
  /** The last one's problem, in words; null where none was written. */
  readonly example: Message | null;
  /** When the last one failed, in milliseconds since 1970. */
  readonly latest: number;
}

/** How webhooks fare. Times of answers are in milliseconds, null where none came. */
export interface DeliveryHealth {
  readonly bars: readonly DeliveryBar[];
  readonly answers: {
    readonly count: number;
    readonly p50: number | null;
    readonly p95: number | null;
  };
  /** The most frequent first. */
  readonly causes: readonly FailureGroup[];
}
