import { z } from 'zod';

/** Off for a while. Without a time: until somebody resumes it. */
export const pauseSchema = z.strictObject({
  until: z.iso.datetime().optional().describe('Resumes at this time'),
});
export type Pause = z.infer<typeof pauseSchema>;

/** @param now milliseconds since 1970 */
export const isPaused = (pause: Pause | undefined, now: number): boolean =>
  pause !== undefined && (pause.until === undefined || Date.parse(pause.until) > now);
