import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Reply } from '../../shared/contract/reply.ts';
import { useRefetch } from './use-refetch.ts';

interface AnswerOptions {
  /** Grows when the answer may be another one: it is asked for again. */
  readonly version?: number;
  /** Shows the last answer until the one to a new question is there, as while typing. */
  readonly keepsLast?: boolean;
}

/**
 * The main process's answer to a question; undefined until it is there.
 *
 * @param key names the question with all that it depends on
 */
export function useAnswer<T>(
  key: readonly unknown[],
  ask: () => Promise<Reply<T>>,
  { version = 0, keepsLast = false }: AnswerOptions = {},
): Reply<T> | undefined {
  const { data, refetch } = useQuery({
    queryKey: key,
    queryFn: ask,
    ...(keepsLast && { placeholderData: keepPreviousData }),
  });
  useRefetch(version, refetch);
  return data;
}
