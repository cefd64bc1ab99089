import { useCallback, useState } from 'react';
import type { Reply } from '../../shared/contract/reply.ts';
import type { Problem } from '../../shared/result.ts';
import { useText } from '../i18n/use-text.ts';

export interface Command {
  readonly busy: boolean;
  readonly problems: readonly Problem[];
  /** The problem of one field, for its input. */
  readonly problemAt: (path: string) => string | undefined;
  /** Runs a call. @returns true when it succeeded */
  readonly run: (call: () => Promise<Reply<unknown>>) => Promise<boolean>;
  readonly clear: () => void;
}

/** A command with its state: busy while it runs, problems when it was refused. */
export function useCommand(): Command {
  const [busy, setBusy] = useState(false);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const t = useText();
  const run = useCallback(async (call: () => Promise<Reply<unknown>>) => {
    setBusy(true);
    const reply = await call();
    setBusy(false);
    setProblems(reply.ok ? [] : reply.problems);
    return reply.ok;
  }, []);
  const clear = useCallback(() => setProblems([]), []);
  const problemAt = (path: string): string | undefined => {
    const found = problems.find((problem) => problem.path === path);
    return found && t(found.message);
  };
  return { busy, problems, problemAt, run, clear };
}
