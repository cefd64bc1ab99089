import { z } from 'zod';

/** What an agent writes about a call, for the webhooks that send it on. */
export const callNoteSchema = z.strictObject({
  note: z.string().max(10_000, 'At most 10,000 characters.'),
  /** One of the dispositions that are set; empty: none. */
  disposition: z.string().max(200),
});
export type CallNote = z.infer<typeof callNoteSchema>;
