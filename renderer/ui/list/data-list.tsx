import {
  ActionIcon,
  Checkbox,
  Group,
  Pagination,
  Select,
  Stack,
  Table,
  Text,
  Tooltip,
  UnstyledButton,
} from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconRefresh } from '@tabler/icons-react';
import { useDeferredValue, useMemo, useState, type ReactNode } from 'react';
import { useRefresh } from '../../api/desk-context.tsx';
import { SearchField } from '../search-field.tsx';
import { listView, type Column, type Sorting } from './list-view.ts';
import { useText, useLocale } from '../../i18n/use-text.ts';

export interface ListColumn<T> extends Column<T> {
  readonly render: (item: T) => ReactNode;
}

interface DataListProps<T> {
  readonly items: readonly T[];
  readonly columns: readonly ListColumn<T>[];
  readonly idOf: (item: T) => string;
  readonly nameOf: (item: T) => string;
  readonly searchText: (item: T) => string;
  readonly searchLabel: string;
  readonly initialSorting?: Sorting;
  readonly rowTestId: string;
  /** Buttons at the end of a row; none where nothing can be changed. */
  readonly actions?: ((item: T) => ReactNode) | undefined;
  /** Buttons for all that is selected. */
  readonly bulkActions?: ((items: readonly T[], clear: () => void) => ReactNode) | undefined;
  /** Beside the search. */
  readonly filters?: ReactNode;
}

const pageSizes = [25, 50, 100] as const;

/** A list that can be searched, sorted, paged, and of which many can be selected. */
export function DataList<T>(props: DataListProps<T>) {
  const { items, columns, idOf, searchText, bulkActions } = props;
  const t = useText();
  const refresh = useRefresh();
  const locale = useLocale();
  const [search, setSearch] = useState('');
  const [sorting, setSorting] = useState(props.initialSorting);
  const [page, setPage] = useState(0);
  const [pageSize, setPageSize] = useState<number>(pageSizes[0]);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  // Typing comes first: a long list follows a moment later.
  const wanted = useDeferredValue(search);
  const view = useMemo(
    () => listView(items, columns, { search: wanted, sorting, page, pageSize }, searchText, locale),
    [items, columns, wanted, sorting, page, pageSize, searchText, locale],
  );
  const chosen = view.matching.filter((item) => selected.has(idOf(item)));
  const clear = (): void => setSelected(new Set());
  const toggle = (changed: readonly T[], on: boolean): void => {
    const next = new Set(selected);
    for (const item of changed) {
      if (on) next.add(idOf(item));
      else next.delete(idOf(item));
    }
    setSelected(next);
  };
  return (
    <Stack gap="sm">
      <Group justify="space-between" align="flex-end">
        <SearchField
          label={props.searchLabel}
          value={search}
          onChange={(text) => {
            setSearch(text);
            setPage(0);
          }}
        />
        <Group gap="xs">
          {props.filters}
          <Tooltip label={t('list.refresh')}>
            <ActionIcon
              variant="default"
              size="lg"
              aria-label={t('list.refresh')}
              onClick={refresh}
            >
              <IconRefresh size={18} />
            </ActionIcon>
          </Tooltip>
        </Group>
      </Group>
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
        selected={selected}
        allSelected={chosen.length > 0 && chosen.length === view.matching.length}
        someSelected={chosen.length > 0}
        onToggle={toggle}
        onToggleAll={(on) => toggle(view.matching, on)}
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

interface BulkBarProps {
  readonly count: number;
  readonly onClear: () => void;
  readonly children: ReactNode;
}

function BulkBar({ count, onClear, children }: BulkBarProps) {
  const t = useText();
  return (
    <Group
      role="toolbar"
      aria-label={t('list.bulk')}
      gap="xs"
      p="xs"
      bg="var(--mantine-primary-color-light)"
      style={{ borderRadius: 'var(--mantine-radius-sm)' }}
    >
      <Text size="sm" fw={500} role="status">
        {t('list.selected', { count })}
      </Text>
      {children}
      <UnstyledButton ml="auto" fz="sm" td="underline" onClick={onClear}>
        {t('list.clearSelection')}
      </UnstyledButton>
    </Group>
  );
}

interface ListTableProps<T> extends DataListProps<T> {
  readonly sorting: Sorting | undefined;
  readonly onSort: (sorting: Sorting) => void;
  readonly selected: ReadonlySet<string>;
  readonly allSelected: boolean;
  readonly someSelected: boolean;
  readonly onToggle: (items: readonly T[], on: boolean) => void;
  readonly onToggleAll: (on: boolean) => void;
}

function ListTable<T>(props: ListTableProps<T>) {
  const { items, columns, idOf, nameOf, sorting, selected, actions, bulkActions } = props;
  const t = useText();
  if (items.length === 0) {
    return (
      <Text c="dimmed" py="md" ta="center" role="status">
        {t('list.nothingFound')}
      </Text>
    );
  }
  return (
    // Long lists of columns scroll inside: the page itself never moves sideways.
    <Table.ScrollContainer minWidth={900}>
      <Table highlightOnHover verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            {bulkActions !== undefined && (
              <Table.Th w={40}>
                <Checkbox
                  aria-label={t('list.selectAll')}
                  checked={props.allSelected}
                  indeterminate={props.someSelected && !props.allSelected}
                  onChange={(event) => props.onToggleAll(event.currentTarget.checked)}
                />
              </Table.Th>
            )}
            {columns.map((column) => (
              <SortableHead
                key={column.key}
                column={column}
                sorting={sorting}
                onSort={props.onSort}
              />
            ))}
            {actions !== undefined && <Table.Th ta="right">{t('common.actions')}</Table.Th>}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map((item) => (
            <Table.Tr key={idOf(item)} data-testid={props.rowTestId}>
              {bulkActions !== undefined && (
                <Table.Td>
                  <Checkbox
                    aria-label={t('list.select', { name: nameOf(item) })}
                    checked={selected.has(idOf(item))}
                    onChange={(event) => props.onToggle([item], event.currentTarget.checked)}
                  />
                </Table.Td>
              )}
              {columns.map((column) => (
                <Table.Td key={column.key}>{column.render(item)}</Table.Td>
              ))}
              {actions !== undefined && (
                <Table.Td>
                  <Group gap={4} justify="flex-end" wrap="nowrap">
                    {actions(item)}
                  </Group>
                </Table.Td>
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

interface SortableHeadProps<T> {
  readonly column: ListColumn<T>;
  readonly sorting: Sorting | undefined;
  readonly onSort: (sorting: Sorting) => void;
}

function SortableHead<T>({ column, sorting, onSort }: SortableHeadProps<T>) {
  const current = sorting?.key === column.key ? sorting : undefined;
  const Arrow = current?.descending === true ? IconArrowDown : IconArrowUp;
  return (
    <Table.Th
      aria-sort={current === undefined ? 'none' : current.descending ? 'descending' : 'ascending'}
    >
      <UnstyledButton
        miw={24}
        fz="sm"
        fw={700}
        onClick={() => onSort({ key: column.key, descending: current?.descending === false })}
      >
        <Group gap={4} wrap="nowrap">
          {column.label}
          {current !== undefined && <Arrow size={14} aria-hidden />}
        </Group>
      </UnstyledButton>
    </Table.Th>
  );
}

interface PageBarProps {
  readonly count: number;
  readonly page: number;
  readonly pages: number;
  readonly pageSize: number;
  readonly onPage: (page: number) => void;
  readonly onPageSize: (size: number) => void;
}

function PageBar({ count, page, pages, pageSize, onPage, onPageSize }: PageBarProps) {
  const t = useText();
  if (count <= pageSizes[0]) return null;
  return (
    <Group justify="space-between">
      <Text size="sm" c="dimmed">
        {t('list.shown', {
          first: page * pageSize + 1,
          last: Math.min(count, (page + 1) * pageSize),
          count,
        })}
      </Text>
      <Group gap="sm">
        <Select
          w={90}
          size="xs"
          aria-label={t('list.pageSize')}
          data={pageSizes.map(String)}
          value={String(pageSize)}
          allowDeselect={false}
          onChange={(size) => onPageSize(Number(size))}
        />
        <Pagination
          size="sm"
          total={pages}
          value={page + 1}
          onChange={(number) => onPage(number - 1)}
          getControlProps={(control) => ({ 'aria-label': t(`list.pages.${control}`) })}
          getItemProps={(number) => ({ 'aria-label': t('list.page', { number }) })}
        />
      </Group>
    </Group>
  );
}
