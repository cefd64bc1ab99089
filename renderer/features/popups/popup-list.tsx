import { Stack, Text } from '@mantine/core';
import { useCallback, useMemo } from 'react';
import { rulesWith, opensPopup } from '../../../shared/model/rule-actions.ts';
import type { Popup } from '../../../shared/model/popup.ts';
import { calls } from '../../api/bridge.ts';
import { showProblems } from '../../api/show-problems.ts';
import { useDesk } from '../../api/desk-context.tsx';
import type { ListColumn } from '../../ui/list/data-list.tsx';
import { DefinitionList } from '../../ui/list/definition-list.tsx';
import { Moment } from '../../ui/moment.tsx';
import { parameterNameOf } from './popup-draft.ts';
import { PopupState } from './popup-state.tsx';
import { useText } from '../../i18n/use-text.ts';
import type { Translate } from '../../../shared/text/translate.ts';

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
  const t = useText();
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
      searchLabel={t('popups.search')}
      rowTestId="popup-row"
      can={can}
      locked={locked}
      onEdit={({ popup }) => onEdit(popup)}
      testLabel={t('popups.test')}
      onTest={({ popup }) => void test(popup, t)}
    />
  );
}

/** Opens the popup for a sample call of the current agent, or says why it does not open. */
async function test({ id }: Popup, t: Translate): Promise<void> {
  const reply = await calls()['popup.test']({ popupId: id });
  if (!reply.ok) showProblems(reply.problems, t);
}

function useRows(): readonly Row[] {
  const config = useDesk((desk) => desk.config);
  const lastUsed = useDesk((desk) => desk.lastUsed);
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
  const t = useText();
  return useMemo(() => {
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
        label: t('popups.columns.name'),
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
        label: t('popups.columns.state'),
        value: ({ popup }) => (popup.enabled ? (popup.pause === undefined ? 0 : 1) : 2),
        render: ({ popup }) => <PopupState popup={popup} />,
      },
      parameter('callId', t('popups.columns.callId'), 'callId'),
      {
        key: 'queue',
        label: t('popups.columns.queue'),
        value: ({ queues }) => queues,
        render: ({ queues }) => (
          <Text size="sm" lineClamp={2}>
            {queues === '' ? t('popups.anyQueue') : queues}
          </Text>
        ),
      },
      parameter('agentEmail', t('popups.columns.agentEmail'), 'agentEmail'),
      parameter('callerId', t('popups.columns.callerId'), 'callerNumber'),
      parameter('contactKey', t('popups.columns.contactKey'), 'contactCrmId'),
      parameter('campaignId', t('popups.columns.campaignId'), 'campaignId'),
      {
        key: 'rule',
        label: t('popups.columns.rule'),
        value: ({ ruleNames }) => ruleNames,
        render: ({ ruleNames }) => (
          <Text size="sm" lineClamp={2}>
            {ruleNames === '' ? t('popups.noRule') : ruleNames}
          </Text>
        ),
      },
      {
        key: 'used',
        label: t('popups.columns.used'),
        value: ({ usedAt }) => usedAt,
        render: ({ usedAt }) => (
          <Text size="sm">{usedAt === 0 ? t('popups.neverUsed') : <Moment at={usedAt} />}</Text>
        ),
      },
    ];
  }, [t]);
}
