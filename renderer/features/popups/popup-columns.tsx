import { Stack, Text } from '@mantine/core';
import { Fragment, type ReactNode } from 'react';
import type { CallFieldName } from '../../../shared/model/call-fields.ts';
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

/** Which field a column of the manual stands for, where its form has more than one that it could be. */
const queueFields = ['queueId', 'queueName'] as const;

/** Under which name a popup hands the queue over. */
export const queueParameterOf = (popup: Popup): string => parameterOf(popup, queueFields);

/** In the order of Call Center Studio's list. */
export const popupColumns = (t: Translate): readonly ListColumn<PopupRow>[] => [
  nameColumn(t),
  {
    key: 'state',
    label: t('popups.columns.state'),
    value: ({ popup }) => (popup.enabled ? (popup.pause === undefined ? 0 : 1) : 2),
    render: ({ popup }) => <PopupState popup={popup} />,
  },
  parameterColumn('callId', t('popups.columns.callId'), ['callId']),
  parameterColumn('queue', t('popups.columns.queue'), queueFields),
  parameterColumn('agentEmail', t('popups.columns.agentEmail'), ['agentEmail']),
  parameterColumn('callerId', t('popups.columns.callerId'), ['callerNumber']),
  parameterColumn('contactKey', t('popups.columns.contactKey'), ['contactCrmId', 'contactId']),
  parameterColumn('campaignId', t('popups.columns.campaignId'), ['campaignQueueId', 'campaignId']),
  ruleColumn(t),
  {
    key: 'used',
    onlyWide: true,
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
    <Stack gap={0} miw={110} maw={280}>
      <Text fw={500} style={{ overflowWrap: 'anywhere' }} lineClamp={2}>
        {popup.name}
      </Text>
      <Text size="xs" c="dimmed" lineClamp={1} title={popup.url} style={{ wordBreak: 'break-all' }}>
        {popup.url}
      </Text>
    </Stack>
  ),
});

/** Which rule opens it, and for which queues. */
const ruleColumn = (t: Translate): ListColumn<PopupRow> => ({
  key: 'rule',
  label: t('popups.columns.rule'),
  value: ({ ruleNames }) => ruleNames,
  render: ({ ruleNames, queues }) =>
    ruleNames === '' ? (
      <Text size="sm">{t('popups.noRule')}</Text>
    ) : (
      <Stack gap={0} miw={90} maw={220}>
        <Text size="sm" lineClamp={2} style={{ overflowWrap: 'anywhere' }}>
          {ruleNames}
        </Text>
        <Text size="xs" c="dimmed" lineClamp={2}>
          {queues === '' ? t('popups.anyQueue') : queues}
        </Text>
      </Stack>
    ),
});

/** Under which name a popup hands a field over: the first of these that it does. */
function parameterColumn(
  key: string,
  label: string,
  fields: readonly CallFieldName[],
): ListColumn<PopupRow> {
  const value = ({ popup }: PopupRow): string => parameterOf(popup, fields);
  return {
    key,
    label,
    value,
    render: (row) => (
      <Text
        size="sm"
        miw={52}
        maw={140}
        lineClamp={2}
        title={value(row)}
        style={{ overflowWrap: 'anywhere' }}
      >
        {breakable(value(row))}
      </Text>
    ),
  };
}

/** A name can break after each of its parts. */
const breakable = (name: string): ReactNode =>
  name.split(/(?<=[_.-])/).map((part, index) => (
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {part}
    </Fragment>
  ));

const parameterOf = (popup: Popup, fields: readonly CallFieldName[]): string =>
  fields.map((field) => parameterNameOf(popup, field)).find((name) => name !== '') ?? '';
