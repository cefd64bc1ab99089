import type { Expected } from '../../shared/contract/inputs.ts';
import type { Reply } from '../../shared/contract/reply.ts';
import type { ListPart } from '../../shared/model/config-document.ts';
import { useCommand, type Command } from './use-command.ts';
import { useDraft } from './use-draft.ts';
import { useExpected } from './use-expected.ts';

export interface Editor<T> {
  readonly draft: T;
  readonly setDraft: (draft: T) => void;
  readonly command: Command;
  readonly changed: boolean;
  readonly save: (send: (expected: Expected) => Promise<Reply<unknown>>) => Promise<boolean>;
}

/** The state of an editor of one definition. */
export function useEditor<T>(initial: T, part: ListPart, id: string): Editor<T> {
  const command = useCommand();
  const [draft, setDraft] = useDraft<T>(initial, command);
  const expected = useExpected(part, id, command);
  return {
    draft,
    setDraft,
    command,
    changed: JSON.stringify(draft) !== JSON.stringify(initial),
    save: (send) => command.run(() => send(expected)),
  };
}
