import { Checkbox, Group, Table, Text, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useText } from '../../i18n/use-text.ts';
import classes from './list-table.module.css';
import type { Column, Sorting } from './list-view.ts';
import type { Selection } from './use-selection.ts';

export interface ListColumn<T> extends Column<T> {
  /** It gives way where the list is narrow, so that what the others say is read in full. */
  readonly onlyWide?: true;
  readonly render: (item: T) => ReactNode;
}

interface ListTableProps<T> {
  readonly items: readonly T[];
  readonly columns: readonly ListColumn<T>[];
  readonly idOf: (item: T) => string;
  readonly nameOf: (item: T) => string;
  readonly rowTestId: string;
  /** Buttons at the end of a row; none where nothing can be changed. */
  readonly actions?: ((item: T) => ReactNode) | undefined;
  readonly sorting: Sorting | undefined;
  readonly onSort: (sorting: Sorting) => void;
  /** None where rows cannot be selected. */
  readonly selection: Selection<T> | undefined;
}

/** One page of a list. */
export function ListTable<T>(props: ListTableProps<T>) {
  const { items, idOf } = props;
  const t = useText();
  if (items.length === 0) {
    return (
      <Text c="dimmed" py="md" ta="center" role="status">
        {t('list.nothingFound')}
      </Text>
    );
  }
  return (
    // Long lists of columns scroll inside, with a bar that says so: the page itself never moves sideways.
    <div className={classes['list']}>
      <Table.ScrollContainer minWidth={760} scrollAreaProps={{ type: 'auto' }}>
        <Table highlightOnHover verticalSpacing="xs" horizontalSpacing={8}>
          <Table.Thead>
            <Heads {...props} />
          </Table.Thead>
          <Table.Tbody>
            {items.map((item) => (
              <Row key={idOf(item)} {...props} item={item} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </div>
  );
}

function Heads<T>({ columns, sorting, onSort, selection, actions }: ListTableProps<T>) {
  const t = useText();
  return (
    <Table.Tr>
      {selection !== undefined && (
        <Table.Th w={40}>
          <Checkbox
            aria-label={t('list.selectAll')}
            checked={selection.all}
            indeterminate={selection.chosen.length > 0 && !selection.all}
            onChange={(event) => selection.toggleAll(event.currentTarget.checked)}
          />
        </Table.Th>
      )}
      {columns.map((column) => (
        <SortableHead key={column.key} column={column} sorting={sorting} onSort={onSort} />
      ))}
      {actions !== undefined && (
        <Table.Th ta="right" className={classes['actions']}>
          {t('common.actions')}
        </Table.Th>
      )}
    </Table.Tr>
  );
}

function Row<T>({ item, ...props }: ListTableProps<T> & { readonly item: T }) {
  const { columns, nameOf, selection, actions } = props;
  const t = useText();
  return (
    <Table.Tr data-testid={props.rowTestId} className={classes['row']}>
      {selection !== undefined && (
        <Table.Td>
          <Checkbox
            aria-label={t('list.select', { name: nameOf(item) })}
            checked={selection.has(item)}
            onChange={(event) => selection.toggle([item], event.currentTarget.checked)}
          />
        </Table.Td>
      )}
      {columns.map((column) => (
        <Table.Td key={column.key} className={widthClass(column)}>
          {column.render(item)}
        </Table.Td>
      ))}
      {actions !== undefined && (
        <Table.Td className={classes['actions']}>
          <Group gap={4} justify="flex-end" wrap="nowrap">
            {actions(item)}
          </Group>
        </Table.Td>
      )}
    </Table.Tr>
  );
}

const widthClass = ({ onlyWide }: { readonly onlyWide?: true }): string | undefined =>
  onlyWide && classes['onlyWide'];

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
      className={widthClass(column)}
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
