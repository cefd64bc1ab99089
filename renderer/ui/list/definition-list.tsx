import { Stack } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useDefinitionChanges, type Definition } from '../../api/use-definition-changes.ts';
import { useWay } from '../../api/place-context.tsx';
import type { ListPart } from '../../../shared/model/list-parts.ts';
import { Confirm } from '../confirm.tsx';
import { DataList } from './data-list.tsx';
import type { ListColumn } from './list-table.tsx';
import type { ListSearch } from './list-view.ts';
import { DefinitionActions, DefinitionBulkActions, type Abilities } from './definition-actions.tsx';
import { useText } from '../../i18n/use-text.ts';

interface DefinitionListProps<T> {
  readonly part: ListPart;
  readonly rows: readonly T[];
  readonly itemOf: (row: T) => Definition;
  readonly columns: readonly ListColumn<T>[];
  readonly searches: readonly ListSearch<T>[];
  readonly rowTestId: string;
  readonly can: Abilities;
  readonly locked: boolean;
  /** The column that orders the list at first; the name where nothing else is said. */
  readonly sortedBy?: string;
  /** Beside the search. */
  readonly filters?: ReactNode;
  readonly onEdit: (row: T) => void;
  /** Buttons of a row before those that every kind has. */
  readonly firstActions?: (row: T) => ReactNode;
  readonly onTest?: ((row: T) => void) | undefined;
  /** What a test does; "send a test" where nothing else is said. */
  readonly testLabel?: string | undefined;
}

/** The kinds that have words of their own for deleting. */
const wordsOf = (part: ListPart): 'popups' | 'rules' | 'sources' | 'definitions' =>
  part === 'popups' || part === 'rules' || part === 'sources' ? part : 'definitions';

/** A list of definitions with everything that can be done with one or many of them. */
export function DefinitionList<T>(props: DefinitionListProps<T>) {
  const { itemOf, can, locked, onTest } = props;
  const { definition } = useWay().place;
  const changes = useDefinitionChanges(props.part);
  const [deleted, setDeleted] = useState<readonly Definition[]>([]);
  return (
    <Stack>
      <DataList
        items={props.rows}
        columns={props.columns}
        idOf={(row) => itemOf(row).id}
        nameOf={(row) => itemOf(row).name}
        searches={props.searches}
        // Who may not edit it finds it in the list.
        initialSearch={locked && definition?.part === props.part ? definition.name : ''}
        filters={props.filters}
        initialSorting={{ key: props.sortedBy ?? 'name', descending: false }}
        rowTestId={props.rowTestId}
        actions={
          locked
            ? undefined
            : (row) => (
                <>
                  {props.firstActions?.(row)}
                  <DefinitionActions
                    item={itemOf(row)}
                    can={can}
                    changes={changes}
                    onEdit={() => props.onEdit(row)}
                    onDelete={() => setDeleted([itemOf(row)])}
                    onTest={onTest && (() => onTest(row))}
                    testLabel={props.testLabel}
                  />
                </>
              )
        }
        bulkActions={
          locked
            ? undefined
            : (selected, clear) => (
                <DefinitionBulkActions
                  items={selected.map(itemOf)}
                  can={can}
                  changes={changes}
                  onDone={clear}
                  onDelete={() => setDeleted(selected.map(itemOf))}
                />
              )
        }
      />
      <ConfirmDelete
        part={props.part}
        items={deleted}
        onCancel={() => setDeleted([])}
        onConfirm={() => {
          setDeleted([]);
          void changes.remove(deleted);
        }}
      />
    </Stack>
  );
}

interface ConfirmDeleteProps {
  readonly part: ListPart;
  /** None: nothing is asked. */
  readonly items: readonly Definition[];
  readonly onCancel: () => void;
  readonly onConfirm: () => void;
}

function ConfirmDelete({ part, items, onCancel, onConfirm }: ConfirmDeleteProps) {
  const t = useText();
  const words = wordsOf(part);
  return (
    <Confirm
      opened={items.length > 0}
      title={t(`${words}.deleteTitle`)}
      text={
        items.length === 1
          ? t(`${words}.deleteConfirm`, { name: items[0]?.name ?? '' })
          : t(`${words}.deleteManyConfirm`, { count: items.length })
      }
      confirm={t('popups.ok')}
      cancel={t('common.cancel')}
      onCancel={onCancel}
      onConfirm={onConfirm}
    />
  );
}
