import { z } from 'zod';
import { callMoments } from './call-moment.ts';
import { dialectNameSchema } from './feed.ts';
import { stageSchema } from './stage.ts';

/** An event by a phone system's own name. */
export const triggerSchema = z.strictObject({
  system: dialectNameSchema.describe('Phone system whose word it is'),
  name: z.string().trim().min(1).max(200).describe('Name of the event there'),
});
export type Trigger = z.infer<typeof triggerSchema>;

/** What a rule waits for. */
export const whenSchema = z
  .union([
    z.strictObject({ stage: stageSchema.default('ringing') }),
    z.strictObject({
      trigger: triggerSchema.describe(
        "A phone system's own event. Events of other systems count where they mean the same",
      ),
    }),
    z.strictObject({
      moment: z
        .enum(callMoments)
        .describe('begin: queued or ringing, whichever comes first; end: hangup or missed'),
    }),
  ])
  .prefault({})
  .describe('A stage, a trigger, or a moment that comes once a call');
export type When = z.infer<typeof whenSchema>;
