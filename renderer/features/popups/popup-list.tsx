import { Stack, Text } from '@mantine/core';
import { useCallback, useMemo, useState } from 'react';
import { hooksWith, opensPopup } from '../../../shared/model/hook-actions.ts';
import type { Popup } from '../../../shared/model/popup.ts';
import { useDesk } from '../../api/desk-context.tsx';
import { useTexts } from '../../i18n/use-texts.ts';
import { Confirm } from '../../ui/confirm.tsx';
import { DataList, type ListColumn } from '../../ui/list/data-list.tsx';
import { Moment } from '../../ui/moment.tsx';
import { PopupActions, PopupBulkActions, usePopupChanges } from './popup-actions.tsx';
import { parameterNameOf } from './popup-draft.ts';
import { PopupState } from './popup-state.tsx';

interface Row {
  readonly popup: Popup;
  readonly hookNames: string;
  readonly queues: string;
  readonly usedAt: number;
}

const idOf = ({ popup }: Row): string => popup.id;
const nameOf = ({ popup }: Row): string => popup.name;

interface PopupListProps {
  readonly locked: boolean;
  readonly onEdit: (popup: Popup) => void;
}

/** The columns of Call Center Studio's list, and state, hook and last use. */
export function PopupList({ locked, onEdit }: PopupListProps) {
  const texts = useTexts();
  const rows = useRows();
  const columns = useColumns();
  const changes = usePopupChanges();
  const [deleted, setDeleted] = useState<readonly Popup[]>([]);
  // Name and queue as the manual's list, and everything else that a row says.
  const searchText = useCallback(
    (row: Row) =>
      [
        row.popup.name,
        row.popup.description,
        row.queues,
        row.popup.url,
        row.hookNames,
        ...row.popup.parameters.map(({ name }) => name),
      ].join('\n'),
    [],
  );
  return (
    <Stack>
      <DataList
        items={rows}
        columns={columns}
        idOf={idOf}
        nameOf={nameOf}
        searchText={searchText}
        searchLabel={texts.popups.search}
        initialSorting={{ key: 'name', descending: false }}
        rowTestId="popup-row"
        actions={
          locked
            ? undefined
            : ({ popup }) => (
                <PopupActions
                  popup={popup}
                  changes={changes}
                  onEdit={() => onEdit(popup)}
                  onDelete={() => setDeleted([popup])}
                />
              )
        }
        bulkActions={
          locked
            ? undefined
            : (selected, clear) => (
                <PopupBulkActions
                  popups={selected.map(({ popup }) => popup)}
                  changes={changes}
                  onDone={clear}
                  onDelete={() => setDeleted(selected.map(({ popup }) => popup))}
                />
              )
        }
      />
      <Confirm
        opened={deleted.length > 0}
        title={texts.popups.deleteTitle}
        text={
          deleted.length === 1
            ? texts.popups.deleteConfirm(deleted[0]?.name ?? '')
            : texts.popups.deleteManyConfirm(deleted.length)
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

function useRows(): readonly Row[] {
  const { config, lastUsed } = useDesk();
  return useMemo(
    () =>
      config.popups.map((popup) => {
        const hooks = hooksWith(config.hooks, (action) => opensPopup(action, popup.id));
        return {
          popup,
          hookNames: hooks.map(({ name }) => name).join(', '),
          queues: [...new Set(hooks.flatMap(({ which }) => which.queues ?? []))].join(', '),
          usedAt: lastUsed[popup.id] ?? 0,
        };
      }),
    [config, lastUsed],
  );
}

function useColumns(): readonly ListColumn<Row>[] {
  const texts = useTexts();
  return useMemo(() => {
    const { columns } = texts.popups;
    const parameter = (
      key: string,
      label: string,
      field: Parameters<typeof parameterNameOf>[1],
    ): ListColumn<Row> => {
      const value = ({ popup }: Row): string => parameterNameOf(popup, field);
      return { key, label, value, render: (row) => <Text size="sm">{value(row)}</Text> };
    };
    return [
      {
        key: 'name',
        label: columns.name,
        value: nameOf,
        render: ({ popup }) => (
          <Stack gap={0} maw={280}>
            <Text fw={500} style={{ overflowWrap: 'anywhere' }} lineClamp={2}>
              {popup.name}
            </Text>
            <Text size="xs" c="dimmed" truncate title={popup.url}>
              {popup.url}
            </Text>
          </Stack>
        ),
      },
      {
        key: 'state',
        label: columns.state,
        value: ({ popup }) => (popup.enabled ? (popup.pause === undefined ? 0 : 1) : 2),
        render: ({ popup }) => <PopupState popup={popup} />,
      },
      parameter('callId', columns.callId, 'callId'),
      {
        key: 'queue',
        label: columns.queue,
        value: ({ queues }) => queues,
        render: ({ queues }) => (
          <Text size="sm" lineClamp={2}>
            {queues === '' ? texts.popups.anyQueue : queues}
          </Text>
        ),
      },
      parameter('agentEmail', columns.agentEmail, 'agentEmail'),
      parameter('callerId', columns.callerId, 'callerNumber'),
      parameter('contactKey', columns.contactKey, 'contactCrmId'),
      parameter('campaignId', columns.campaignId, 'campaignId'),
      {
        key: 'hook',
        label: columns.hook,
        value: ({ hookNames }) => hookNames,
        render: ({ hookNames }) => (
          <Text size="sm" lineClamp={2}>
            {hookNames === '' ? texts.popups.noHook : hookNames}
          </Text>
        ),
      },
      {
        key: 'used',
        label: columns.used,
        value: ({ usedAt }) => usedAt,
        render: ({ usedAt }) => (
          <Text size="sm">{usedAt === 0 ? texts.popups.neverUsed : <Moment at={usedAt} />}</Text>
        ),
      },
    ];
  }, [texts]);
}
