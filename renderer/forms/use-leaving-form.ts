import { useEffect, useEffectEvent, type FocusEvent, type KeyboardEvent } from 'react';
import type { z } from 'zod';
import type { Reply } from '../../shared/contract/reply.ts';
import { useCommand, type Command } from '../api/use-command.ts';
import { useNoteSaved } from './saved-note.tsx';
import { useCommandForm, type Form } from './use-command-form.ts';

interface LeavingForm<V> {
  readonly form: Form<V>;
  readonly command: Command;
  /** Saves what changed when the field, or the group of fields, is left, or on Enter. */
  readonly leaving: {
    readonly onBlur: (event: FocusEvent<HTMLElement>) => void;
    readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  };
}

interface LeavingFormOptions<V extends object, I> {
  /** What is stored, as the fields show it. */
  readonly values: () => V;
  readonly schema: z.ZodType<I>;
  readonly send: (input: I) => Promise<Reply<unknown>>;
  readonly toInput?: (values: V) => object;
}

/** A form that saves when its fields are left, and shows each problem below its field. */
export function useLeavingForm<V extends object, I>(
  options: LeavingFormOptions<V, I>,
): LeavingForm<V> {
  const { values } = options;
  const command = useCommand();
  const { form, save } = useCommandForm({ ...options, command, onSaved: useNoteSaved() });
  const stored = JSON.stringify(values());
  // Changed by the main process, by an import or elsewhere: the fields follow, and keep the cursor.
  const follow = useEffectEvent(() => {
    if (JSON.stringify(form.getValues()) !== stored) form.setValues(values());
  });
  useEffect(() => follow(), [stored]);
  const saveChanged = (): void => {
    if (JSON.stringify(form.getValues()) !== stored) void save();
  };
  const leaving: LeavingForm<V>['leaving'] = {
    onBlur({ currentTarget, relatedTarget }) {
      if (!currentTarget.contains(relatedTarget)) saveChanged();
    },
    onKeyDown({ key, target }) {
      if (key === 'Enter' && target instanceof HTMLInputElement) saveChanged();
    },
  };
  return { form, command, leaving };
}
