import { z } from 'zod';
import { skipReasonSchema } from './skip-reason.ts';
import { keptProblemSchema, messageSchema } from '../text/message.ts';
import { deliveryStateSchema } from './delivery.ts';
import { systemParts } from './call-event.ts';
import { stageSchema } from './stage.ts';
import { listParts } from './list-parts.ts';

/**
 * What the log keeps. event: a call event with its trace; agent: the state of the current agent; system: a queue or a
 * menu of the phone system was changed.
 */
export const logKinds = [
  'event',
  'missed',
  'popup',
  'delivery',
  'connection',
  'agent',
  'system',
  'config',
] as const;
export const logKindSchema = z.enum(logKinds);
export type LogKind = z.infer<typeof logKindSchema>;

/** Which of the customers that a lookup found a flow took, and why. */
const choiceTraceSchema = z.object({
  by: z.enum(['none', 'only', 'agent', 'declined', 'time', 'ended', 'elsewhere', 'unasked']),
  /** How many matched. */
  count: z.number(),
  /** Empty where none was taken. */
  label: z.string(),
});
export type ChoiceTrace = z.infer<typeof choiceTraceSchema>;

const actionTraceSchema = z.object({
  kind: z.enum(['popup', 'send', 'flow']),
  name: z.string(),
  outcome: z.enum(['done', 'failed']),
  /** How a popup came up: in a new window, in one that was open, raised. */
  how: z.enum(['new', 'reused', 'second', 'raised', 'browser', 'before']).optional(),
  /** Why it failed. */
  problem: messageSchema.optional(),
  /** The address that was opened, secrets masked. */
  url: z.string().optional(),
  /** Milliseconds since the event arrived: the page was asked for; it was on screen. */
  requestedMs: z.number().optional(),
  paintedMs: z.number().optional(),
  /** Something else came on screen instead: a page that says what is wrong. */
  notShown: z.boolean().optional(),
  /** Of a flow. */
  choices: z.array(choiceTraceSchema).optional(),
});
export type ActionTrace = z.infer<typeof actionTraceSchema>;

/** As `StoredCaller` has it. Rows before 0.3 do not say whether the number was withheld. */
const callerShape = { caller: z.string(), isWithheld: z.literal(true).optional() };

const ruleTraceSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** Why it did not fire; undefined where it did. */
  reason: skipReasonSchema.optional(),
  actions: z.array(actionTraceSchema),
});
export type RuleTrace = z.infer<typeof ruleTraceSchema>;

/** For one event: the rules that fired or nearly did, why or why not, and what came of them. */
export const eventTraceSchema = z.object({
  eventId: z.string(),
  source: z.string(),
  stage: stageSchema,
  ...callerShape,
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
  /** How many more rules there were, none of which ran. */
  others: z.number().optional(),
});
export type EventTrace = z.infer<typeof eventTraceSchema>;

/** How the connection of a source is doing. */
export const sourcePhaseSchema = z.enum(['connecting', 'connected', 'waiting', 'stopped']);

const baseSchema = z.object({
  id: z.string(),
  at: z.number(),
  callKey: z.string(),
  /** What the search looks through. */
  text: z.string(),
});

/** Why a popup closed automatically: the call or its wrap-up ended, a colleague answered, a time or window limit was reached. */
export const closeReasons = ['ended', 'wrapped-up', 'elsewhere', 'time', 'limit'] as const;
export type CloseReason = (typeof closeReasons)[number];

/** One entry of the log, by its kind. */
export const logEntrySchema = z.discriminatedUnion('kind', [
  baseSchema.extend({
    kind: z.literal('event'),
    trace: eventTraceSchema,
    /** The event itself as it was understood, so that it can be run again. */
    event: z.json().optional(),
  }),
  baseSchema.extend({
    kind: z.literal('missed'),
    facts: z.object({ ...callerShape, queue: z.string() }),
  }),
  baseSchema.extend({
    kind: z.literal('popup'),
    facts: z.object({
      name: z.string(),
      ...callerShape,
      queue: z.string(),
      outcome: z.enum(['opened', 'failed', 'closed', 'kept']),
      problem: keptProblemSchema,
      closedFor: z.enum(closeReasons).optional(),
    }),
  }),
  baseSchema.extend({
    kind: z.literal('delivery'),
    facts: z.object({
      delivery: z.string(),
      webhook: z.string(),
      about: z.string(),
      state: deliveryStateSchema,
      attempt: z.number(),
      status: z.number(),
      problem: keptProblemSchema,
    }),
  }),
  baseSchema.extend({
    kind: z.literal('connection'),
    facts: z.object({
      source: z.string(),
      phase: sourcePhaseSchema,
      problem: keptProblemSchema,
    }),
  }),
  baseSchema.extend({
    kind: z.literal('agent'),
    facts: z.object({ agent: z.string(), state: z.string(), by: z.string().optional() }),
  }),
  baseSchema.extend({
    kind: z.literal('system'),
    facts: z.object({
      part: z.enum(systemParts),
      name: z.string(),
      change: z.string(),
      by: z.string().optional(),
    }),
  }),
  baseSchema.extend({
    kind: z.literal('config'),
    facts: z.object({
      part: z.enum([...listParts, 'settings', 'agent']),
      name: z.string(),
      change: z.enum(['added', 'changed', 'removed']),
      /** `administrator`, or the agent's name. */
      who: z.string(),
      /** The definition before and after as JSON, cut where it is long. */
      before: z.string(),
      after: z.string(),
    }),
  }),
]);
export type LogEntry = z.infer<typeof logEntrySchema>;
export type LogEntryOf<Kind extends LogKind> = Extract<LogEntry, { kind: Kind }>;

/** A row that this version cannot read, as of a newer one: its text is shown. */
export type UnreadEntry = z.infer<typeof baseSchema> & { readonly kind: 'unread' };

export const logSearchSchema = z.strictObject({
  text: z.string().max(500),
  kind: logKindSchema.optional(),
  callKey: z.string().max(2_000).optional(),
  /** Only calls that opened no popup, each by the event that says most of it. */
  withoutPopup: z.literal(true).optional(),
  /** Newest first where nothing else is said. */
  order: z.literal('oldest').optional(),
  /** Milliseconds since 1970. */
  from: z.number().min(0).optional(),
  to: z.number().min(0).optional(),
  /** The number of the last row before: the next page. */
  before: z.number().min(0).optional(),
  limit: z.int().min(1).max(1_000),
});
export type LogSearch = z.infer<typeof logSearchSchema>;

/** A row of the log as it is kept: `data` is the rest of the entry as JSON. */
export const logRowSchema = z.object({
  number: z.number(),
  id: z.string(),
  at: z.number(),
  kind: logKindSchema,
  callKey: z.string(),
  text: z.string(),
  data: z.string(),
});
export type LogRow = z.infer<typeof logRowSchema>;
