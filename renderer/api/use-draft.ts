import { useState } from 'react';
import type { Command } from './use-command.ts';

/** The draft of a form. Clears validation errors as soon as the user edits. */
export function useDraft<T>(initial: T, command: Command): [T, (changed: T) => void] {
  const [draft, edit] = useState(initial);
  const change = (changed: T): void => {
    command.clear();
    edit(changed);
  };
  return [draft, change];
}
