import { useEffect, useState } from 'react';

/** What is found a page at a time, newest first: `number` orders it. */
interface Pages<T> {
  /** Undefined until the first answer. */
  readonly found: readonly T[] | undefined;
  readonly hasMore: boolean;
  readonly more: () => Promise<void>;
}

/**
 * @param fetchPage the same function at each drawing; undefined where it was refused
 * @param search the same object until something else is searched for
 * @param version grows when something new may be found
 */
export function usePages<
  S extends { readonly limit: number },
  T extends { readonly number: number },
>(
  fetchPage: (search: S & { before?: number }) => Promise<readonly T[] | undefined>,
  search: S,
  version: number,
): Pages<T> {
  const [pages, setPages] = useState<readonly (readonly T[])[] | undefined>();
  useEffect(() => {
    let current = true;
    void fetchPage(search).then((page) => {
      if (current && page !== undefined) setPages([page]);
    });
    return () => {
      current = false;
    };
  }, [fetchPage, search, version]);
  const found = pages?.flat();
  const more = async (): Promise<void> => {
    const before = found?.at(-1)?.number;
    if (pages === undefined || before === undefined) return;
    const page = await fetchPage({ ...search, before });
    if (page !== undefined) setPages([...pages, page]);
  };
  return { found, hasMore: pages?.at(-1)?.length === search.limit, more };
}
