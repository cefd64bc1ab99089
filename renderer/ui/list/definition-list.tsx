import { Stack } from '@mantine/core';
import { useState } from 'react';
import { useDefinitionChanges, type Definition } from '../../api/use-definition-changes.ts';
import type { ListPart } from '../../../shared/model/config-document.ts';
import type { Texts } from '../../i18n/en.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Confirm } from '../confirm.tsx';
import { DataList, type ListColumn } from './data-list.tsx';
import { DefinitionActions, DefinitionBulkActions, type Abilities } from './definition-actions.tsx';

interface DefinitionListProps<T> {
  readonly part: ListPart;
  readonly rows: readonly T[];
  readonly itemOf: (row: T) => Definition;
  readonly columns: readonly ListColumn<T>[];
  readonly searchText: (row: T) => string;
  readonly searchLabel: string;
  readonly rowTestId: string;
  readonly can: Abilities;
  readonly locked: boolean;
  readonly onEdit: (row: T) => void;
  readonly onTest?: ((row: T) => void) | undefined;
  /** What a test does; "send a test" where nothing else is said. */
  readonly testLabel?: string | undefined;
  /** Words of the kind for deleting; the general ones where none are given. */
  readonly deleteTexts?: Pick<
    Texts['definitions'],
    'deleteTitle' | 'deleteConfirm' | 'deleteManyConfirm'
  >;
}

/** A list of definitions with everything that can be done with one or many of them. */
export function DefinitionList<T>(props: DefinitionListProps<T>) {
  const { itemOf, can, locked, onTest } = props;
  const texts = useTexts();
  const words = props.deleteTexts ?? texts.definitions;
  const changes = useDefinitionChanges(props.part);
  const [deleted, setDeleted] = useState<readonly Definition[]>([]);
  return (
    <Stack>
      <DataList
        items={props.rows}
        columns={props.columns}
        idOf={(row) => itemOf(row).id}
        nameOf={(row) => itemOf(row).name}
        searchText={props.searchText}
        searchLabel={props.searchLabel}
        initialSorting={{ key: 'name', descending: false }}
        rowTestId={props.rowTestId}
        actions={
          locked
            ? undefined
            : (row) => (
                <DefinitionActions
                  item={itemOf(row)}
                  can={can}
                  changes={changes}
                  onEdit={() => props.onEdit(row)}
                  onDelete={() => setDeleted([itemOf(row)])}
                  onTest={onTest && (() => onTest(row))}
                  testLabel={props.testLabel}
                />
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
      <Confirm
        opened={deleted.length > 0}
        title={words.deleteTitle}
        text={
          deleted.length === 1
            ? words.deleteConfirm(deleted[0]?.name ?? '')
            : words.deleteManyConfirm(deleted.length)
        }
        confirm={texts.popups.ok}
        cancel={texts.common.cancel}
        onCancel={() => setDeleted([])}
        onConfirm={() => {
          setDeleted([]);
          void changes.remove(deleted);
        }}
      />
    </Stack>
  );
}
