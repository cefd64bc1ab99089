import { z } from 'zod';
import { tokenTextProblem } from '../templates/token-text.ts';
import { issueText, packed } from '../text/message.ts';

/** A text with tokens, such as `Call from {{callerNumber}}`. */
export const tokenStringSchema = z
  .string()
  .max(10_000, issueText('problem.field.max10000'))
  .superRefine((text, context) => {
    const message = tokenTextProblem(text);
    if (message !== undefined) context.addIssue({ code: 'custom', message: packed(message) });
  })
  .describe(
    'Text with tokens: {{callerNumber}}, {{callerNumber|national}}, {{custom.city}}, {{talkSeconds:number}}',
  );
