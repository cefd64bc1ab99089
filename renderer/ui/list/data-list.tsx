import { ActionIcon, Group, Stack, Tooltip } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useDeferredValue, useMemo, useState, type ReactNode } from 'react';
import { useRefresh } from '../../api/desk-context.tsx';
import { useLocale, useText } from '../../i18n/use-text.ts';
import { SearchField } from '../search-field.tsx';
import { BulkBar } from './bulk-bar.tsx';
import { ListTable, type ListColumn } from './list-table.tsx';
import { listView, type ListSearch, type Sorting } from './list-view.ts';
import { PageBar, pageSizes } from './page-bar.tsx';
import { useSelection } from './use-selection.ts';

interface DataListProps<T> {
  readonly items: readonly T[];
  readonly columns: readonly ListColumn<T>[];
  readonly idOf: (item: T) => string;
  readonly nameOf: (item: T) => string;
  /** The boxes to search with. Kept between drawings: a new list is searched anew. */
  readonly searches: readonly ListSearch<T>[];
  readonly initialSorting?: Sorting;
  /** In the first box. */
  readonly initialSearch?: string;
  readonly rowTestId: string;
  /** Buttons at the end of a row; none where nothing can be changed. */
  readonly actions?: ((item: T) => ReactNode) | undefined;
  /** Buttons for all that is selected. */
  readonly bulkActions?: ((items: readonly T[], clear: () => void) => ReactNode) | undefined;
  /** Beside the search. */
  readonly filters?: ReactNode;
}

/** A list that can be searched, sorted, paged, and of which many can be selected. */
export function DataList<T>(props: DataListProps<T>) {
  const { items, columns, idOf, searches, bulkActions } = props;
  const locale = useLocale();
  const [typed, setTyped] = useState<readonly string[]>([props.initialSearch ?? '']);
  const [sorting, setSorting] = useState(props.initialSorting);
  const [page, setPage] = useState(0);
  const [pageSize, setPageSize] = useState<number>(pageSizes[0]);
  // Typing comes first: a long list follows a moment later.
  const wanted = useDeferredValue(typed);
  const view = useMemo(
    () => listView(items, columns, { searches: wanted, sorting, page, pageSize }, searches, locale),
    [items, columns, wanted, sorting, page, pageSize, searches, locale],
  );
  const selection = useSelection(view.matching, idOf);
  const { chosen, clear } = selection;
  return (
    <Stack gap="sm">
      <ListHead
        labels={searches.map(({ label }) => label)}
        typed={typed}
        filters={props.filters}
        onSearch={(texts) => {
          setTyped(texts);
          setPage(0);
        }}
      />
      {bulkActions !== undefined && chosen.length > 0 && (
        <BulkBar count={chosen.length} onClear={clear}>
          {bulkActions(chosen, clear)}
        </BulkBar>
      )}
      <ListTable
        {...props}
        items={view.shown}
        sorting={sorting}
        onSort={setSorting}
        selection={bulkActions && selection}
      />
      <PageBar
        count={view.matching.length}
        page={view.page}
        pages={view.pages}
        pageSize={pageSize}
        onPage={setPage}
        onPageSize={setPageSize}
      />
    </Stack>
  );
}

interface ListHeadProps {
  /** Of the boxes. */
  readonly labels: readonly string[];
  readonly typed: readonly string[];
  readonly filters: ReactNode;
  readonly onSearch: (texts: readonly string[]) => void;
}

function ListHead({ labels, typed, filters, onSearch }: ListHeadProps) {
  const t = useText();
  const refresh = useRefresh();
  return (
    <Group justify="space-between" align="flex-end">
      <Group gap="xs">
        {labels.map((label, index) => (
          <SearchField
            key={label}
            label={label}
            value={typed[index] ?? ''}
            width={labels.length === 1 ? 320 : 240}
            onChange={(text) =>
              onSearch(labels.map((_label, at) => (at === index ? text : (typed[at] ?? ''))))
            }
          />
        ))}
      </Group>
      <Group gap="xs">
        {filters}
        <Tooltip label={t('list.refresh')}>
          <ActionIcon variant="default" size="lg" aria-label={t('list.refresh')} onClick={refresh}>
            <IconRefresh size={18} />
          </ActionIcon>
        </Tooltip>
      </Group>
    </Group>
  );
}
