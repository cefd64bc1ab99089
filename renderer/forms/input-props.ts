import type { FormErrors, GetInputPropsReturnType } from '@mantine/form';
import { showsErrorAt } from './form-errors.ts';

interface Payload {
  readonly inputProps: GetInputPropsReturnType;
  readonly field: string;
  readonly options: Readonly<Record<string, unknown>>;
  readonly form: {
    readonly errors: FormErrors;
    clearFieldError(path: string): void;
    setFieldValue(path: string, value: unknown): void;
  };
}

/**
 * What inputs of ours get beyond the library's. A list shows what is wrong with one of its texts, until it is changed.
 * `getInputProps(path, { empty: '' })` is for what may be left out: shown as `empty`, and taken away when it is
 * emptied, because a schema takes an empty text for a wrong value.
 */
export function enhanceInputProps(payload: Payload): Record<string, unknown> {
  const { inputProps, field, options, form } = payload;
  const shown: { value?: unknown } = inputProps;
  const wrong = Object.keys(form.errors).filter((path) => showsErrorAt(field, path));
  const isOptional = 'empty' in options;
  return {
    ...('error' in inputProps && { error: wrong.map((path) => form.errors[path])[0] }),
    ...(isOptional && { value: shown.value ?? options['empty'] }),
    onChange(given: unknown) {
      const value = givenValue(given);
      for (const path of wrong) form.clearFieldError(path);
      form.setFieldValue(field, isOptional && isEmpty(value) ? undefined : value);
    },
  };
}

const isEmpty = (value: unknown): boolean =>
  value === '' || value === null || (typeof value === 'object' && Object.keys(value).length === 0);

/** Inputs hand over their value, or the event that has it. */
function givenValue(given: unknown): unknown {
  if (typeof given !== 'object' || given === null || !('currentTarget' in given)) return given;
  const { currentTarget: target } = given;
  if (target instanceof HTMLInputElement) {
    return target.type === 'checkbox' ? target.checked : target.value;
  }
  return target instanceof HTMLTextAreaElement ? target.value : given;
}
