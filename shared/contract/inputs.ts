import { z } from 'zod';

/** Given to a channel that needs nothing. */
export const noInput = z.undefined().optional();

/**
 * What a definition was when its editor opened: its revision, `new` where there was none, `any` to save over
 * whatever is there now.
 */
export const expectedSchema = z.union([z.int().min(1), z.enum(['new', 'any'])]);
export type Expected = z.infer<typeof expectedSchema>;

export const callKeySchema = z.string().max(2_000);
/** Ids that Ringcue makes: of deliveries, notices, tickets, records. */
export const tokenSchema = z.string().max(100);

/** Which call a definition is tried on. */
export const trialCallSchema = z.discriminatedUnion('from', [
  z.strictObject({ from: z.literal('sample') }),
  z.strictObject({ from: z.literal('popup'), id: tokenSchema }),
  z.strictObject({ from: z.literal('typed'), json: z.string().max(100_000) }),
]);
export type TrialCall = z.infer<typeof trialCallSchema>;
