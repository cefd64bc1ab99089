import type { JsonObject } from '../json/json-value.ts';

/** Names of more than this are a sentence, not a form (characters). */
const longestName = 200;

/** Whether a text begins as a form does: `event=newCall&from=…`. */
export function looksLikeForm(text: string): boolean {
  const place = text.indexOf('=');
  return place > 0 && place <= longestName && /^[\w.$%+[\]-]+$/.test(text.slice(0, place));
}

/** A form as a flat object; of a name given twice the last value counts. */
export function readForm(text: string): JsonObject {
  const form: JsonObject = {};
  for (const [name, value] of new URLSearchParams(text.trim())) {
    if (name !== '__proto__') form[name] = value;
  }
  return form;
}
