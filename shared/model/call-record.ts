import { z } from 'zod';

/**
 * How a call went for the current agent. elsewhere: a colleague took it; unanswered: the other side did
 * not, or nobody was rung here; unknown: Ringcue was not running when it ended.
 */
export const callOutcomes = [
  'running',
  'answered',
  'missed',
  'elsewhere',
  'unanswered',
  'unknown',
] as const;
export const callOutcomeSchema = z.enum(callOutcomes);
export type CallOutcome = z.infer<typeof callOutcomeSchema>;

/** A call of the history as it is kept. Times in milliseconds since 1970; 0 where there is none. */
export const callRowSchema = z.object({
  /** In the order in which calls came up here. */
  number: z.number(),
  callKey: z.string(),
  startedAt: z.number(),
  /** When it rang here last. */
  rangAt: z.number(),
  answeredAt: z.number(),
  endedAt: z.number(),
  outcome: callOutcomeSchema,
  /** When the agent sent a note. */
  notedAt: z.number(),
  /** The notes themselves and the last disposition, where they are kept; else empty. */
  note: z.string(),
  disposition: z.string(),
  /** The call's data as JSON. */
  data: z.string(),
  /** The newest popup that was opened for it; empty where none was. */
  popupId: z.string(),
});
export type CallRow = z.infer<typeof callRowSchema>;

export const searchedDirections = ['inbound', 'outbound', 'internal'] as const;
export type SearchedDirection = (typeof searchedDirections)[number];

export const callSearchSchema = z.strictObject({
  text: z.string().max(500),
  /** One of these; undefined: any. */
  outcomes: z.array(callOutcomeSchema).max(callOutcomes.length).optional(),
  direction: z.enum(searchedDirections).optional(),
  /** Began at or after this (milliseconds since 1970), and at or before `to`. */
  from: z.number().min(0).optional(),
  to: z.number().min(0).optional(),
  /** Only calls before this number: the next page. */
  before: z.number().min(0).optional(),
  limit: z.int().min(1).max(500),
});
export type CallSearch = z.infer<typeof callSearchSchema>;
