import type { FormErrors } from '@mantine/form';
import type { Problem } from '../../shared/result.ts';
import type { Translate } from '../../shared/text/translate.ts';

/** `popup.parameters[0].name` as a form names it: `popup.parameters.0.name`. */
const formPath = (path: string): string => path.replaceAll(/\[(\d+)\]/g, '.$1');

/** Problems by the fields that they concern, said in the reader's language: of each field its first. */
export function formErrors(problems: readonly Problem[], t: Translate): FormErrors {
  const errors: FormErrors = {};
  for (const { path, message } of problems) {
    if (path !== '') errors[formPath(path)] ??= t(message);
  }
  return errors;
}

/** Whether a field shows what is wrong at a path: its own, or a part of it such as one text of a list. */
export const showsErrorAt = (field: string, path: string): boolean =>
  path === field || path.startsWith(`${field}.`);

/** Puts the cursor where the first wrong field is, in the order of the page. */
export function focusFirstError(errors: FormErrors): void {
  const wrong = Object.keys(errors);
  const fields = [...document.querySelectorAll<HTMLElement>('[data-path]')];
  const first = fields.find(({ dataset: { path } }) =>
    wrong.some((one) => path !== undefined && showsErrorAt(path, one)),
  );
  // A group of boxes cannot have the focus itself.
  const input = first?.matches('input, textarea') ? first : first?.querySelector('input');
  input?.focus();
}
