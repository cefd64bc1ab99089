import { useEffect, useRef, useState } from 'react';
import type { Reply } from '../../shared/contract/reply.ts';
import type { Message } from '../../shared/text/message.ts';

/** Results page by page, newest first: `number` orders them. */
export interface Pages<T> {
  /** Undefined until the first answer. */
  readonly found: readonly T[] | undefined;
  /** Why the search was refused. */
  readonly problem: Message | undefined;
  readonly hasMore: boolean;
  readonly more: () => Promise<void>;
}

/** Rows that a refreshed list has at the most; who looked further starts again. */
const mostRefreshed = 500;

/**
 * @param fetchPage the same function at each drawing
 * @param search the same object until something else is searched for
 * @param version grows when something new may be found: what is shown is fetched again, as long as it was
 */
export function usePages<
  S extends { readonly limit: number },
  T extends { readonly number: number },
>(
  fetchPage: (search: S & { before?: number }) => Promise<Reply<readonly T[]>>,
  search: S,
  version: number,
): Pages<T> {
  const [rows, setRows] = useState<readonly T[] | undefined>();
  const [hasMore, setHasMore] = useState(false);
  const [problem, setProblem] = useState<Message | undefined>();
  /** What the rows shown were searched with, and how many there are. */
  const shown = useRef<{ search: S; count: number } | undefined>(undefined);
  useEffect(() => {
    let current = true;
    const before = shown.current?.search === search ? shown.current.count : 0;
    const limit = Math.max(search.limit, Math.min(before, mostRefreshed));
    void fetchPage({ ...search, limit }).then((reply) => {
      if (!current) return;
      setProblem(reply.ok ? undefined : reply.problems[0]?.message);
      if (!reply.ok) return;
      shown.current = { search, count: reply.value.length };
      setRows(reply.value);
      setHasMore(reply.value.length === limit);
    });
    return () => {
      current = false;
    };
  }, [fetchPage, search, version]);
  const more = async (): Promise<void> => {
    const before = rows?.at(-1)?.number;
    if (rows === undefined || before === undefined) return;
    const reply = await fetchPage({ ...search, before });
    // Something else is searched for meanwhile.
    if (!reply.ok || shown.current?.search !== search) return;
    shown.current = { search, count: rows.length + reply.value.length };
    setRows([...rows, ...reply.value]);
    setHasMore(reply.value.length === search.limit);
  };
  return { found: rows, problem, hasMore, more };
}
