import { z } from 'zod';
import { issueText } from '../text/message.ts';

/** What an agent writes about a call, for the webhooks that send it on. */
export const callNoteSchema = z.strictObject({
  note: z.string().max(10_000, issueText('problem.field.max10000')),
  /** One of the dispositions that are set; empty: none. */
  disposition: z.string().max(200),
});
export type CallNote = z.infer<typeof callNoteSchema>;

export const emptyNote: CallNote = { note: '', disposition: '' };
