import { keepPreviousData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Reply } from '../../shared/contract/reply.ts';
import type { Message } from '../../shared/text/message.ts';
import { useRefetch } from './use-refetch.ts';

/** Results page by page, newest first: `number` orders them. */
export interface Pages<T> {
  /** Undefined until the first answer. */
  readonly found: readonly T[] | undefined;
  /** Why the search was refused. */
  readonly problem: Message | undefined;
  readonly hasMore: boolean;
  readonly more: () => Promise<unknown>;
}

/** Pages that are fetched again when something new may be found; who looked further starts again there. */
const mostRefreshed = 5;

/**
 * @param name of what is searched
 * @param fetchPage asks for the rows before a number, or the newest
 * @param version grows when something new may be found: what is shown is fetched again
 */
export function usePages<
  S extends { readonly limit: number },
  T extends { readonly number: number },
>(
  name: string,
  fetchPage: (search: S & { before?: number }) => Promise<Reply<readonly T[]>>,
  search: S,
  version: number,
): Pages<T> {
  const client = useQueryClient();
  const { data, fetchNextPage, hasNextPage, refetch } = useInfiniteQuery({
    queryKey: [name, search],
    queryFn: ({ pageParam }) =>
      fetchPage(pageParam === undefined ? search : { ...search, before: pageParam }),
    initialPageParam: firstPage,
    getNextPageParam: (page) => nextPage(page, search.limit),
    placeholderData: keepPreviousData,
  });
  const refresh = useCallback(() => {
    client.setQueryData<typeof data>([name, search], (known) => known && firstPages(known));
    return refetch();
  }, [client, name, search, refetch]);
  useRefetch(version, refresh);
  const refused = data?.pages.find((page) => !page.ok);
  return {
    found: data?.pages.flatMap((page) => (page.ok ? page.value : [])),
    problem: refused?.ok === false ? refused.problems[0]?.message : undefined,
    hasMore: hasNextPage,
    more: fetchNextPage,
  };
}

/** Before none: the newest rows. */
const firstPage: number | undefined = undefined;

/** The number that the next page comes before; undefined after the last page. */
function nextPage<T extends { readonly number: number }>(
  page: Reply<readonly T[]>,
  limit: number,
): number | undefined {
  return page.ok && page.value.length === limit ? page.value.at(-1)?.number : undefined;
}

const firstPages = <T extends { pages: unknown[]; pageParams: unknown[] }>(known: T): T => ({
  ...known,
  pages: known.pages.slice(0, mostRefreshed),
  pageParams: known.pageParams.slice(0, mostRefreshed),
});
