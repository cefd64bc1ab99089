import { useForm, type UseFormReturnType } from '@mantine/form';
import { useState } from 'react';
import type { z } from 'zod';
import type { Expected } from '../../shared/contract/inputs.ts';
import type { Reply } from '../../shared/contract/reply.ts';
import type { ListPart } from '../../shared/model/config-document.ts';
import { schemaProblems } from '../../shared/model/schema-problem.ts';
import { useCommand, type Command } from '../api/use-command.ts';
import { useExpected } from '../api/use-expected.ts';
import { useText } from '../i18n/use-text.ts';
import { focusFirstError, formErrors } from './form-errors.ts';
import { enhanceInputProps } from './input-props.ts';

/** A form as its fields know it. */
export type Form<V> = UseFormReturnType<V>;

interface EditorFormOptions<V extends object, I> {
  readonly part: ListPart;
  readonly id: string;
  /** Named as in the input of the channel, so that every problem finds its field. */
  readonly values: () => V;
  /** The channel that saves. */
  readonly schema: z.ZodType<I>;
  readonly send: (input: I) => Promise<Reply<unknown>>;
  /** Where what is saved is not just what is shown. */
  readonly toInput?: (values: V) => object;
  readonly onSaved: () => void;
}

export interface EditorForm<V> {
  readonly form: Form<V>;
  readonly command: Command;
  readonly changed: boolean;
  readonly save: () => Promise<void>;
}

/**
 * The form of one definition. At saving the schema of the channel is asked first, then the main process; what either
 * finds stands at its field. (The library's own resolver of schemas knows neither ids of texts nor which branch of
 * a union was meant.)
 */
export function useEditorForm<V extends object, I>(
  options: EditorFormOptions<V, I>,
): EditorForm<V> {
  const { part, id, schema, send, toInput, onSaved } = options;
  const t = useText();
  const command = useCommand();
  const expected = useExpected(part, id, command);
  const [initialValues] = useState(options.values);
  const form = useForm<V>({
    initialValues,
    onValuesChange: command.clear,
    enhanceGetInputProps: enhanceInputProps,
  });
  const save = async (): Promise<void> => {
    const values = form.getValues();
    const saved = await command.run(async () => {
      const input = { ...(toInput?.(values) ?? values), expected };
      const reply = await sendChecked(schema, input, send);
      const errors = reply.ok ? {} : formErrors(reply.problems, t);
      form.setErrors(errors);
      focusFirstError(errors);
      return reply;
    });
    if (saved) onSaved();
  };
  // The library counts by field and forgets lists that grew; equal texts are equal definitions.
  const changed = JSON.stringify(form.values) !== JSON.stringify(initialValues);
  return { form, command, changed, save };
}

async function sendChecked<I>(
  schema: z.ZodType<I>,
  input: { readonly expected: Expected },
  send: (input: I) => Promise<Reply<unknown>>,
): Promise<Reply<unknown>> {
  const parsed = schema.safeParse(input);
  return parsed.success ? send(parsed.data) : { ok: false, problems: schemaProblems(parsed.error) };
}
