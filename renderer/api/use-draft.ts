import { useState } from 'react';
import type { Command } from './use-command.ts';

/** What a form edits. What was wrong a moment ago is no news while it is being mended. */
export function useDraft<T>(initial: T, command: Command): [T, (changed: T) => void] {
  const [draft, edit] = useState(initial);
  const change = (changed: T): void => {
    command.clear();
    edit(changed);
  };
  return [draft, change];
}
