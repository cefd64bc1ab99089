import { z } from 'zod';
import { callMoments } from './call-moment.ts';
import { stageSchema } from './stage.ts';
import { comparisonSchema } from './comparison.ts';
import { weekdaySchema } from './weekday.ts';

const reason = <C extends string, S extends z.ZodRawShape>(code: C, facts: S) =>
  z.object({ code: z.literal(code), ...facts });
const text = z.string().optional();
/** What the rule is for, as far as a sentence can name it; rows of versions before 0.2 do not say. */
const wanted = z.array(z.string()).optional();

/** A test as it is kept: rows stay readable whatever a later version allows. */
const keptTestSchema = z.union([
  z.object({
    field: z.string(),
    is: comparisonSchema,
    value: z.string(),
    to: text,
    values: z.array(z.string()).optional(),
  }),
  z.object({ time: z.object({ from: z.string(), to: z.string() }) }),
  z.object({ weekdays: z.array(weekdaySchema) }),
]);
export type KeptTest = z.infer<typeof keptTestSchema>;

/** Why a rule did not fire. Shown to users, so each says what was compared. */
export const skipReasonSchema = z.discriminatedUnion('code', [
  reason('switched-off', {}),
  reason('other-stage', { waitsFor: stageSchema }),
  reason('other-trigger', { waitsFor: z.string() }),
  reason('other-moment', { waitsFor: z.enum(callMoments) }),
  reason('no-agent-set', {}),
  reason('other-agent', {}),
  /** The event names no agent at all. */
  reason('no-agent-named', {}),
  /** Nor is its call in a queue, on a number or in a campaign of the current agent's. */
  reason('not-served', {}),
  reason('internal-call', {}),
  reason('other-queue', { queue: text, wanted }),
  reason('other-direction', { direction: text, wanted }),
  reason('other-number', { number: text, wanted }),
  reason('other-campaign', { campaign: text, wanted }),
  /** The caller pressed another key in a menu, or none yet. */
  reason('other-key', { key: text, wanted: z.array(z.string()) }),
  reason('other-outbound-type', { outboundType: text, wanted }),
  /** The test that fails, where it is one that alone decides, and the value of the call. */
  reason('condition', {
    test: keptTestSchema.optional(),
    /** The test must not hold, and does. */
    negated: z.boolean().optional(),
    /** The value is no number and no time, or not of the kind that the test names. */
    unordered: z.boolean().optional(),
    actual: text,
  }),
  reason('stale', { ageSeconds: z.number() }),
  reason('over', { ageSeconds: z.number() }),
  /** One phone of the agent stopped, and another rings or talks on. */
  reason('other-phone', {}),
  /** It fired for this offer of the call before. */
  reason('duplicate', {}),
]);
export type SkipReason = z.infer<typeof skipReasonSchema>;

const waiting: ReadonlySet<SkipReason['code']> = new Set<SkipReason['code']>([
  'other-stage',
  'other-trigger',
  'other-moment',
]);

/** Whether a rule only waits for something else, as most do at any event. */
export const waitsForOther = (reason: SkipReason | undefined): boolean =>
  reason !== undefined && waiting.has(reason.code);
