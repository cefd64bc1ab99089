import { z } from 'zod';
import { skipReasonSchema } from './skip-reason.ts';
import { stageSchema } from './stage.ts';

/** What the log keeps. event: a call event with its trace; agent: the state of the current agent. */
export const journalKinds = [
  'event',
  'missed',
  'popup',
  'delivery',
  'connection',
  'agent',
  'config',
] as const;
export const journalKindSchema = z.enum(journalKinds);
export type JournalKind = z.infer<typeof journalKindSchema>;

const actionTraceSchema = z.object({
  kind: z.enum(['popup', 'send', 'flow']),
  name: z.string(),
  outcome: z.enum(['done', 'failed']),
  /** How a popup came up: in a new window, in one that was open, raised. */
  how: z.enum(['new', 'reused', 'second', 'raised', 'browser']).optional(),
  /** A sentence, where it failed. */
  problem: z.string().optional(),
  /** The address that was opened, secrets masked. */
  url: z.string().optional(),
  /** Milliseconds since the event arrived: the page was asked for; it was on screen. */
  requestedMs: z.number().optional(),
  paintedMs: z.number().optional(),
  /** Something else came on screen instead: a page that says what is wrong. */
  notShown: z.boolean().optional(),
});
export type ActionTrace = z.infer<typeof actionTraceSchema>;

const ruleTraceSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** Why it did not fire; undefined where it did. */
  reason: skipReasonSchema.optional(),
  actions: z.array(actionTraceSchema),
});
export type RuleTrace = z.infer<typeof ruleTraceSchema>;

/** For one event: every rule that was looked at, why it fired or not, and what came of it. */
export const eventTraceSchema = z.object({
  eventId: z.string(),
  source: z.string(),
  stage: stageSchema,
  caller: z.string(),
  queue: z.string(),
  agent: z.string(),
  /** Milliseconds since 1970. */
  occurredAt: z.number(),
  receivedAt: z.number(),
  lateSeconds: z.number(),
  /** Milliseconds from the arrival until the rules were matched. */
  matchedMs: z.number(),
  /** The same event came before: nothing was done again. */
  repeated: z.boolean(),
  /** Somebody ran a past event again. */
  isTest: z.boolean(),
  rules: z.array(ruleTraceSchema),
});
export type EventTrace = z.infer<typeof eventTraceSchema>;

/** Facts of the other kinds, by name; who reads them knows the kind. */
const factsSchema = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));

export const journalEntrySchema = z.object({
  id: z.string(),
  at: z.number(),
  kind: journalKindSchema,
  callKey: z.string(),
  /** What the search looks through. */
  text: z.string(),
  trace: eventTraceSchema.optional(),
  facts: factsSchema.optional(),
  /** The event itself as it was understood, so that it can be run again. */
  event: z.json().optional(),
});
export type JournalEntry = z.infer<typeof journalEntrySchema>;

export const journalSearchSchema = z.strictObject({
  text: z.string().max(500),
  kind: journalKindSchema.optional(),
  callKey: z.string().max(2_000).optional(),
  /** Milliseconds since 1970. */
  from: z.number().min(0).optional(),
  to: z.number().min(0).optional(),
  /** Only what is older than this number: the next page. */
  before: z.number().min(0).optional(),
  limit: z.int().min(1).max(1_000),
});
export type JournalSearch = z.infer<typeof journalSearchSchema>;

/** A row of the log as it is kept: `data` is the rest of the entry as JSON. */
export const journalRowSchema = z.object({
  number: z.number(),
  id: z.string(),
  at: z.number(),
  kind: journalKindSchema,
  callKey: z.string(),
  text: z.string(),
  data: z.string(),
});
export type JournalRow = z.infer<typeof journalRowSchema>;
