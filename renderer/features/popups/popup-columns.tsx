import { Stack, Text } from '@mantine/core';
import type { Popup } from '../../../shared/model/popup.ts';
import type { Translate } from '../../../shared/text/translate.ts';
import type { ListColumn } from '../../ui/list/list-table.tsx';
import { Moment } from '../../ui/moment.tsx';
import { parameterNameOf } from './popup-draft.ts';
import { PopupState } from './popup-state.tsx';

/** A popup with what the list says of its rules and its use. */
export interface PopupRow {
  readonly popup: Popup;
  readonly ruleNames: string;
  readonly queues: string;
  /** Milliseconds since 1970; 0: never. */
  readonly usedAt: number;
}

/** In the order of Call Center Studio's list. */
export const popupColumns = (t: Translate): readonly ListColumn<PopupRow>[] => [
  nameColumn(t),
  {
    key: 'state',
    label: t('popups.columns.state'),
    value: ({ popup }) => (popup.enabled ? (popup.pause === undefined ? 0 : 1) : 2),
    render: ({ popup }) => <PopupState popup={popup} />,
  },
  parameterColumn('callId', t('popups.columns.callId'), 'callId'),
  textColumn('queue', t('popups.columns.queue'), ({ queues }) => queues, t('popups.anyQueue')),
  parameterColumn('agentEmail', t('popups.columns.agentEmail'), 'agentEmail'),
  parameterColumn('callerId', t('popups.columns.callerId'), 'callerNumber'),
  parameterColumn('contactKey', t('popups.columns.contactKey'), 'contactCrmId'),
  parameterColumn('campaignId', t('popups.columns.campaignId'), 'campaignId'),
  textColumn('rule', t('popups.columns.rule'), ({ ruleNames }) => ruleNames, t('popups.noRule')),
  {
    key: 'used',
    label: t('popups.columns.used'),
    value: ({ usedAt }) => usedAt,
    render: ({ usedAt }) => (
      <Text size="sm">{usedAt === 0 ? t('popups.neverUsed') : <Moment at={usedAt} />}</Text>
    ),
  },
];

const nameColumn = (t: Translate): ListColumn<PopupRow> => ({
  key: 'name',
  label: t('popups.columns.name'),
  value: ({ popup }) => popup.name,
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
});

/** @param none what stands where the text is empty */
const textColumn = (
  key: string,
  label: string,
  value: (row: PopupRow) => string,
  none: string,
): ListColumn<PopupRow> => ({
  key,
  label,
  value,
  render: (row) => (
    <Text size="sm" lineClamp={2}>
      {value(row) === '' ? none : value(row)}
    </Text>
  ),
});

/** Under which name a popup hands a field over. */
function parameterColumn(
  key: string,
  label: string,
  field: Parameters<typeof parameterNameOf>[1],
): ListColumn<PopupRow> {
  const value = ({ popup }: PopupRow): string => parameterNameOf(popup, field);
  return { key, label, value, render: (row) => <Text size="sm">{value(row)}</Text> };
}
