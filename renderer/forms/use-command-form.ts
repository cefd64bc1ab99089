import {
  useForm,
  type FormErrors,
  type GetInputPropsReturnType,
  type UseFormReturnType,
} from '@mantine/form';
import { useState } from 'react';
import type { z } from 'zod';
import type { Reply } from '../../shared/contract/reply.ts';
import { schemaProblems } from '../../shared/model/schema-problem.ts';
import type { Command } from '../api/use-command.ts';
import { useText } from '../i18n/use-text.ts';
import { focusFirstError, formErrors } from './form-errors.ts';
import { enhanceInputProps } from './input-props.ts';

/** A form as its fields know it. */
export type Form<V> = UseFormReturnType<V>;

/** Of a form what fields need that stand in forms of several kinds, wherever each has them. */
export interface FieldsForm {
  readonly errors: FormErrors;
  clearFieldError(path: string): void;
  setFieldValue(path: string, value: unknown): void;
  getInputProps(path: string, options?: Readonly<Record<string, unknown>>): GetInputPropsReturnType;
}

interface CommandFormOptions<V extends object, I> {
  readonly command: Command;
  /** Named as in the input of the channel, so that every problem finds its field. */
  readonly values: () => V;
  /** What the channel takes. */
  readonly schema: z.ZodType<I>;
  readonly send: (input: I) => Promise<Reply<unknown>>;
  /** What is sent, if it differs from the values in the form. */
  readonly toInput?: (values: V) => object;
  readonly onSaved?: (values: V) => void;
  /** Told of every change, for what keeps a draft. */
  readonly onChange?: (values: V) => void;
}

export interface CommandForm<V> {
  readonly form: Form<V>;
  readonly command: Command;
  readonly changed: boolean;
  readonly save: () => Promise<void>;
}

/**
 * A form whose values go through a channel. The schema of the channel is asked first, then the main process; what either
 * finds stands at its field. (The library's own resolver of schemas knows neither ids of texts nor which branch of
 * a union was meant.)
 */
export function useCommandForm<V extends object, I>(
  options: CommandFormOptions<V, I>,
): CommandForm<V> {
  const { command, schema, send, toInput, onSaved, onChange } = options;
  const t = useText();
  const [initialValues] = useState(options.values);
  const form = useForm<V>({
    initialValues,
    onValuesChange(values) {
      command.clear();
      onChange?.(values);
    },
    enhanceGetInputProps: enhanceInputProps,
  });
  const save = async (): Promise<void> => {
    const values = form.getValues();
    const saved = await command.run(async () => {
      const reply = await sendChecked(schema, toInput?.(values) ?? values, send);
      const errors = reply.ok ? {} : formErrors(reply.problems, t);
      form.setErrors(errors);
      focusFirstError(errors);
      return reply;
    });
    if (saved) onSaved?.(values);
  };
  // The library counts by field and forgets lists that grew; equal texts are equal definitions.
  const changed = JSON.stringify(form.values) !== JSON.stringify(initialValues);
  return { form, command, changed, save };
}

async function sendChecked<I>(
  schema: z.ZodType<I>,
  input: object,
  send: (input: I) => Promise<Reply<unknown>>,
): Promise<Reply<unknown>> {
  const parsed = schema.safeParse(input);
  return parsed.success ? send(parsed.data) : { ok: false, problems: schemaProblems(parsed.error) };
}
