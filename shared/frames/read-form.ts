import type { JsonObject } from '../json/json-value.ts';
import { fail, ok, type Result } from '../result.ts';
import { message } from '../text/message.ts';

/** Names of more than this are a sentence, not a form (characters). */
const longestName = 200;

/** Whether a text begins as a form does: `event=newCall&from=…`. */
export function looksLikeForm(text: string): boolean {
  const place = text.indexOf('=');
  return place > 0 && place <= longestName && /^[\w.$%+[\]-]+$/.test(text.slice(0, place));
}

/**
 * A `+` before digits is the plus of a number that was not encoded: desk phones fill their variables in as they are, and read
 * as a space it would be another number.
 */
const withPlus = (text: string): string => text.replace(/=((?:sips?:|tel:)?)\+(?=\d)/g, '=$1%2B');

/** More than any phone system sends by far. */
export const maxFormFields = 500;

/** A form as a flat object. A name that ends with `[]` is a list; of any other that is given twice the last value counts. */
export function readForm(text: string): Result<JsonObject> {
  const form: JsonObject = {};
  const lists = new Map<string, string[]>();
  // Counted before they are read.
  const count = text.split('&', maxFormFields * 100).length;
  if (count > maxFormFields) {
    return fail(message('problem.event.tooManyFields', { count, limit: maxFormFields }));
  }
  for (const [name, value] of new URLSearchParams(withPlus(text.trim()))) {
    if (name === '__proto__') continue;
    if (!name.endsWith('[]')) {
      form[name] = value;
      continue;
    }
    const list = lists.get(name) ?? [];
    list.push(value);
    lists.set(name, list);
    form[name] = list;
  }
  return Object.keys(form).length === 0 ? fail(message('problem.event.noData')) : ok(form);
}
