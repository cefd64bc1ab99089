import { Stack, Text } from '@mantine/core';
import { useCallback, useMemo } from 'react';
import { rulesWith, opensPopup } from '../../../shared/model/rule-actions.ts';
import type { Popup } from '../../../shared/model/popup.ts';
import type { TranslateMessage } from '../../../shared/i18n/translate-message.ts';
import { calls } from '../../api/bridge.ts';
import { showProblems } from '../../api/show-problems.ts';
import { useDesk } from '../../api/desk-context.tsx';
import { useSay, useTexts } from '../../i18n/use-texts.ts';
import type { ListColumn } from '../../ui/list/data-list.tsx';
import { DefinitionList } from '../../ui/list/definition-list.tsx';
import { Moment } from '../../ui/moment.tsx';
import { parameterNameOf } from './popup-draft.ts';
import { PopupState } from './popup-state.tsx';

interface Row {
  readonly popup: Popup;
  readonly ruleNames: string;
  readonly queues: string;
  readonly usedAt: number;
}

const itemOf = ({ popup }: Row): Popup => popup;
const can = { switch: true, pause: true } as const;
const nameOf = ({ popup }: Row): string => popup.name;

interface PopupListProps {
  readonly locked: boolean;
  readonly onEdit: (popup: Popup) => void;
}

/** The columns of Call Center Studio's list, and state, rule and last use. */
export function PopupList({ locked, onEdit }: PopupListProps) {
  const texts = useTexts();
  const say = useSay();
  const rows = useRows();
  const columns = useColumns();
  // Name and queue as the manual's list, and everything else that a row says.
  const searchText = useCallback(
    (row: Row) =>
      [
        row.popup.name,
        row.popup.description,
        row.queues,
        row.popup.url,
        row.ruleNames,
        ...row.popup.parameters.map(({ name }) => name),
      ].join('\n'),
    [],
  );
  return (
    <DefinitionList
      part="popups"
      rows={rows}
      itemOf={itemOf}
      columns={columns}
      searchText={searchText}
      searchLabel={texts.popups.search}
      rowTestId="popup-row"
      can={can}
      locked={locked}
      deleteTexts={texts.popups}
      onEdit={({ popup }) => onEdit(popup)}
      testLabel={texts.popups.test}
      onTest={({ popup }) => void test(popup, say)}
    />
  );
}

/** Opens the popup for a sample call of the current agent, or says why it does not open. */
async function test({ id }: Popup, say: TranslateMessage): Promise<void> {
  const reply = await calls()['popup.test']({ popupId: id });
  if (!reply.ok) showProblems(reply.problems, say);
}

function useRows(): readonly Row[] {
  const { config, lastUsed } = useDesk();
  return useMemo(
    () =>
      config.popups.map((popup) => {
        const rules = rulesWith(config.rules, (action) => opensPopup(action, popup.id));
        return {
          popup,
          ruleNames: rules.map(({ name }) => name).join(', '),
          queues: [...new Set(rules.flatMap(({ which }) => which.queues ?? []))].join(', '),
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
        key: 'rule',
        label: columns.rule,
        value: ({ ruleNames }) => ruleNames,
        render: ({ ruleNames }) => (
          <Text size="sm" lineClamp={2}>
            {ruleNames === '' ? texts.popups.noRule : ruleNames}
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
