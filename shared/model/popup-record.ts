import { z } from 'zod';
import { keptProblemSchema, problemFromText } from '../text/message.ts';

/** One popup that was asked for, with what became of it. Times in milliseconds since 1970. */
export const popupRecordSchema = z.object({
  id: z.string(),
  /** Key of the agent it opened for: other agents do not see it. */
  agent: z.string(),
  at: z.number(),
  popupId: z.string(),
  popupName: z.string(),
  caller: z.string(),
  queue: z.string(),
  outcome: z.enum(['opened', 'failed']),
  /** Why it failed. */
  problem: z.union([z.string().transform(problemFromText), keptProblemSchema]),
  /** Seconds the call's event was late, after an outage; 0 when it came at once. */
  lateSeconds: z.number(),
  callKey: z.string(),
  /** The JSON needed to open it again. */
  request: z.string(),
});
export type PopupRecord = z.infer<typeof popupRecordSchema>;
