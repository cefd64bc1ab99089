import { useCallback, useState } from 'react';
import type { Reply } from '../../shared/contract/reply.ts';
import type { Problem } from '../../shared/result.ts';
import { useSay } from '../i18n/use-texts.ts';

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
  const [refused, setRefused] = useState<readonly Problem[]>([]);
  const say = useSay();
  const problems = refused.map(({ message, ...problem }) => ({
    ...problem,
    message: say(message),
  }));
  const run = useCallback(async (call: () => Promise<Reply<unknown>>) => {
    setBusy(true);
    const reply = await call();
    setBusy(false);
    setRefused(reply.ok ? [] : reply.problems);
    return reply.ok;
  }, []);
  const clear = useCallback(() => setRefused([]), []);
  const problemAt = (path: string): string | undefined =>
    problems.find((problem) => problem.path === path)?.message;
  return { busy, problems, problemAt, run, clear };
}
