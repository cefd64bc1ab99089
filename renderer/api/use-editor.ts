import { outdatedPath, type Reply } from '../../shared/ipc/contract.ts';
import { useCommand, type Command } from './use-command.ts';
import { useDraft } from './use-draft.ts';

export interface Editor<T> {
  readonly draft: T;
  readonly setDraft: (draft: T) => void;
  readonly command: Command;
  readonly changed: boolean;
  /** Saves with what the definition was when its editor opened; a second press after the warning saves over it. */
  readonly save: (send: (expected: string) => Promise<Reply<unknown>>) => Promise<boolean>;
}

/** The state of an editor of one definition. */
export function useEditor<T>(initial: T, stored: unknown, isNew: boolean): Editor<T> {
  const command = useCommand();
  const [draft, setDraft] = useDraft<T>(initial, command);
  return {
    draft,
    setDraft,
    command,
    changed: JSON.stringify(draft) !== JSON.stringify(initial),
    save(send) {
      const outdated = command.problemAt(outdatedPath) !== undefined;
      return command.run(() => send(outdated ? 'any' : JSON.stringify(isNew ? null : stored)));
    },
  };
}
