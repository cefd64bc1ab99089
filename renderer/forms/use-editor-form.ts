import type { z } from 'zod';
import type { Reply } from '../../shared/contract/reply.ts';
import type { ListPart } from '../../shared/model/list-parts.ts';
import { showSaved } from '../api/show-saved.ts';
import { useCommand } from '../api/use-command.ts';
import { useExpected } from '../api/use-expected.ts';
import { useText } from '../i18n/use-text.ts';
import { useCommandForm, type CommandForm } from './use-command-form.ts';

interface EditorFormOptions<V extends object, I> {
  readonly part: ListPart;
  readonly id: string;
  /** The input of the channel that saves, without what it expects to find. */
  readonly values: () => V;
  readonly schema: z.ZodType<I>;
  readonly send: (input: I) => Promise<Reply<unknown>>;
  /** Where what is saved is not just what is shown. */
  readonly toInput?: (values: V) => object;
  /** The name in the form, for the confirmation. */
  readonly nameOf: (values: V) => string;
  readonly onSaved: () => void;
}

/**
 * The form of one definition: it is saved over what it was when it opened, and over nothing else. Saving is confirmed
 * with the definition's name.
 */
export function useEditorForm<V extends object, I>(
  options: EditorFormOptions<V, I>,
): CommandForm<V> {
  const { part, id, toInput, nameOf, onSaved, ...rest } = options;
  const t = useText();
  const command = useCommand();
  const expected = useExpected(part, id, command);
  return useCommandForm({
    ...rest,
    command,
    onSaved(values) {
      showSaved(part, nameOf(values), t);
      onSaved();
    },
    toInput: (values) => ({ ...(toInput?.(values) ?? values), expected }),
  });
}
