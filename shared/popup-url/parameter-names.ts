import type { z } from 'zod';
import type { CallFieldName } from '../model/call-fields.ts';
import { issueText } from '../text/message.ts';

interface Named {
  readonly name: string;
}

/** Two parameters of one name: of two values a page would read one, and nobody could say which. */
export function refuseNamesTwice(
  { parameters }: { readonly parameters: readonly Named[] },
  context: z.RefinementCtx,
): void {
  const seen = new Set<string>();
  parameters.forEach(({ name }, index) => {
    if (seen.has(name)) {
      const message = issueText('problem.field.parameterTwice', { name });
      context.addIssue({ code: 'custom', path: ['parameters', index, 'name'], message });
    }
    seen.add(name);
  });
}

/** Fields that hold a name a person gave: a word such as Sales is one of them, not a parameter. */
const namingFields: ReadonlySet<CallFieldName> = new Set([
  'queueName',
  'campaignName',
  'campaignListName',
]);

/**
 * Whether what was typed beside a field reads as its value (83, Sales, 14.02.2020, ada@example.com) where the name of
 * a parameter belongs. The manual of Call Center Studio shows both in its pictures.
 *
 * @param label what the field is called beside its input
 */
export function looksLikeValue(typed: string, field: CallFieldName, label: string): boolean {
  const text = typed.trim();
  if (text === '') return false;
  // Numbers, dates, times and addresses; a parameter's name has a letter.
  if (!/\p{L}/u.test(text) || text.includes('@') || text.includes('://')) return true;
  if (!namingFields.has(field) || !/^\p{Lu}/u.test(text)) return false;
  const words = label.toLowerCase().split(/\s+/);
  return !words.some((word) => text.toLowerCase().includes(word));
}
