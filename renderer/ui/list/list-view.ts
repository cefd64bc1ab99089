import { hasWords, searchWords } from '../../../shared/text/fold-text.ts';

/** One column of a list. */
export interface Column<T> {
  readonly key: string;
  readonly label: string;
  /** For sorting and searching. Numbers sort as numbers. */
  readonly value: (item: T) => string | number;
}

export interface Sorting {
  readonly key: string;
  readonly descending: boolean;
}

/** One box to search a list with. */
export interface ListSearch<T> {
  /** Says what is searched, and names the box. */
  readonly label: string;
  /** Everything of an item that the box finds. */
  readonly text: (item: T) => string;
}

export interface ListQuery {
  /** What is typed in each box, in their order. */
  readonly searches: readonly string[];
  readonly sorting: Sorting | undefined;
  /** From 0. */
  readonly page: number;
  readonly pageSize: number;
}

export interface ListView<T> {
  /** All that matches, sorted: what "select all" means. */
  readonly matching: readonly T[];
  readonly shown: readonly T[];
  /** The page shown: the last one where the wanted one no longer exists. */
  readonly page: number;
  readonly pages: number;
}

/**
 * What a list shows of its items.
 *
 * @param searches the boxes: an item is found that every box finds
 * @param locale for the order of texts
 */
export function listView<T>(
  items: readonly T[],
  columns: readonly Column<T>[],
  query: ListQuery,
  searches: readonly ListSearch<T>[],
  locale: string,
): ListView<T> {
  const matching = sorted(foundItems(items, query, searches), columns, query.sorting, locale);
  const pages = Math.max(1, Math.ceil(matching.length / query.pageSize));
  const page = Math.min(query.page, pages - 1);
  const first = page * query.pageSize;
  return { matching, shown: matching.slice(first, first + query.pageSize), page, pages };
}

/** Boxes that are empty cost nothing: a long list is not read for them. */
function foundItems<T>(
  items: readonly T[],
  query: ListQuery,
  searches: readonly ListSearch<T>[],
): readonly T[] {
  const wanted = searches
    .map(({ text }, index) => ({ text, words: searchWords(query.searches[index] ?? '') }))
    .filter(({ words }) => words.length > 0);
  if (wanted.length === 0) return items;
  return items.filter((item) => wanted.every(({ text, words }) => hasWords(text(item), words)));
}

function sorted<T>(
  items: readonly T[],
  columns: readonly Column<T>[],
  sorting: Sorting | undefined,
  locale: string,
): readonly T[] {
  const column = columns.find(({ key }) => key === sorting?.key);
  if (column === undefined || sorting === undefined) return items;
  const collator = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' });
  const direction = sorting.descending ? -1 : 1;
  const keyed = items.map((item) => ({ item, value: column.value(item) }));
  keyed.sort(({ value: a }, { value: b }) =>
    typeof a === 'number' && typeof b === 'number'
      ? direction * (a - b)
      : direction * collator.compare(String(a), String(b)),
  );
  return keyed.map(({ item }) => item);
}
