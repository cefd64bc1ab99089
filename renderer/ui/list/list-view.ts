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

export interface ListQuery {
  readonly search: string;
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
 * @param searchText everything of an item that a search should find
 * @param locale for the order of texts
 */
export function listView<T>(
  items: readonly T[],
  columns: readonly Column<T>[],
  query: ListQuery,
  searchText: (item: T) => string,
  locale: string,
): ListView<T> {
  const words = searchWords(query.search);
  const found =
    words.length === 0 ? items : items.filter((item) => hasWords(searchText(item), words));
  const matching = sorted(found, columns, query.sorting, locale);
  const pages = Math.max(1, Math.ceil(matching.length / query.pageSize));
  const page = Math.min(query.page, pages - 1);
  const first = page * query.pageSize;
  return { matching, shown: matching.slice(first, first + query.pageSize), page, pages };
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
