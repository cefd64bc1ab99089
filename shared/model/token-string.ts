import { z } from 'zod';
import { tokenTextProblem } from '../templates/token-text.ts';

/** A text with tokens, such as `Call from {{callerNumber}}`. */
export const tokenStringSchema = z
  .string()
  .max(10_000, 'At most 10,000 characters.')
  .superRefine((text, context) => {
    const message = tokenTextProblem(text);
    if (message !== undefined) context.addIssue({ code: 'custom', message });
  })
  .describe('Text with tokens: {{callerNumber}}, {{custom.city}}, {{talkSeconds:number}}');
