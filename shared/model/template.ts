import { z } from 'zod';
import { prepareTemplate, templateFormats } from '../templates/template.ts';
import { idSchema, nameSchema } from './definition.ts';
import { issueText, packed } from '../text/message.ts';

/** A JSON or XML body with tokens at its leaves, for any number of webhooks. */
export const templateSchema = z
  .strictObject({
    id: idSchema,
    name: nameSchema,
    description: z.string().max(2000).optional(),
    group: z
      .string()
      .trim()
      .max(200)
      .default('')
      .describe('Only webhooks of this group can use it; empty: all webhooks'),
    format: z.enum(templateFormats),
    text: z.string().max(200_000, issueText('problem.field.max200000')),
  })
  .superRefine(({ format, text }, context) => {
    const prepared = prepareTemplate(format, text);
    if (prepared.ok) return;
    context.addIssue({ code: 'custom', path: ['text'], message: packed(prepared.problem.message) });
  });
export type Template = z.infer<typeof templateSchema>;
