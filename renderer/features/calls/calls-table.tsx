import { Badge, Button, Group, Modal, Table, Text } from '@mantine/core';
import { useState } from 'react';
import type { CallRecordView } from '../../../shared/contract/views.ts';
import type { CallOutcome } from '../../../shared/model/call-record.ts';
import { useDesk } from '../../api/desk-context.tsx';
import { callerName } from '../../ui/caller-name.ts';
import { DirectionIcon } from '../../ui/direction-icon.tsx';
import { durationText } from '../../ui/duration-text.ts';
import { Moment } from '../../ui/moment.tsx';
import { WhyButton } from '../../ui/why-button.tsx';
import { NoteForm } from './note-form.tsx';
import { OpenPopupButton } from './open-popup-button.tsx';
import { useText } from '../../i18n/use-text.ts';

const colors: Readonly<Record<CallOutcome, string>> = {
  running: 'orange',
  answered: 'green',
  missed: 'red',
  elsewhere: 'gray',
  unanswered: 'gray',
  unknown: 'gray',
};

/** Calls, newest first, each with what can still be done about it. */
export function CallsTable({ calls }: { calls: readonly CallRecordView[] }) {
  const t = useText();
  const [noted, setNoted] = useState<CallRecordView | undefined>();
  return (
    <>
      <Table verticalSpacing={6} highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={150}>{t('calls.columns.time')}</Table.Th>
            <Table.Th>{t('calls.columns.caller')}</Table.Th>
            <Table.Th>{t('calls.columns.queue')}</Table.Th>
            <Table.Th w={210}>{t('calls.columns.outcome')}</Table.Th>
            <Table.Th w={260}>{t('common.actions')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {calls.map((call) => (
            <CallRow key={call.number} call={call} onNote={() => setNoted(call)} />
          ))}
        </Table.Tbody>
      </Table>
      <Modal
        opened={noted !== undefined}
        onClose={() => setNoted(undefined)}
        size="lg"
        title={noted && t('calls.noteOn', { caller: callerName(noted.caller, t) })}
        closeButtonProps={{ 'aria-label': t('common.close') }}
      >
        {noted !== undefined && <NoteForm callKey={noted.key} notedAt={noted.notedAt} />}
      </Modal>
    </>
  );
}

interface CallRowProps {
  readonly call: CallRecordView;
  readonly onNote: () => void;
}

function CallRow({ call, onNote }: CallRowProps) {
  const t = useText();
  const notes = useDesk((desk) => desk.notes);
  const { key } = call;
  const who = callerName(call.caller, t);
  return (
    <Table.Tr data-testid="past-call">
      <Table.Td>
        <Text size="sm" c="dimmed">
          <Moment at={call.startedAt} />
        </Text>
      </Table.Td>
      <Table.Td>
        <CallerCell call={call} who={who} />
      </Table.Td>
      <Table.Td>
        <Text size="sm" c="dimmed" lineClamp={2}>
          {[call.queue, call.campaign].filter((text) => text !== '').join(' · ')}
        </Text>
      </Table.Td>
      <Table.Td>
        <OutcomeCell call={call} />
      </Table.Td>
      <Table.Td>
        <Group gap="xs" wrap="nowrap">
          <OpenPopupButton
            callKey={key}
            caller={who}
            popupIds={[call.popupId]}
            hasOpened={call.popupId !== ''}
          />
          {notes.canSend && (
            <Button
              size="compact-sm"
              variant="light"
              aria-label={`${t('calls.note')}: ${who}`}
              onClick={onNote}
            >
              {t('calls.note')}
            </Button>
          )}
          <WhyButton callKey={key} caller={who} hasOpened={call.popupId !== ''} />
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}

function CallerCell({ call, who }: { call: CallRecordView; who: string }) {
  const { caller, direction } = call;
  return (
    <Group gap={6} wrap="nowrap">
      <DirectionIcon direction={direction} />
      <div style={{ minWidth: 0 }}>
        <Text size="sm" fw={500} lineClamp={1} title={who} dir="auto">
          {who}
        </Text>
        {caller.name !== '' && caller.number !== '' && (
          <Text size="sm" c="dimmed">
            {caller.number}
          </Text>
        )}
      </div>
    </Group>
  );
}

function OutcomeCell({ call }: { call: CallRecordView }) {
  const t = useText();
  const { outcome, answeredAt, endedAt, notedAt } = call;
  const lasted =
    answeredAt === undefined || endedAt === undefined ? '' : durationText(endedAt - answeredAt);
  return (
    <>
      <Group gap="xs">
        <Badge variant="light" tt="none" color={colors[outcome]}>
          {t(`calls.outcomes.${outcome}`)}
        </Badge>
        <Text size="sm" c="dimmed">
          {lasted}
        </Text>
      </Group>
      {notedAt !== undefined && (
        <Text size="xs" c="dimmed">
          {t('calls.sent')} <Moment at={notedAt} />
        </Text>
      )}
    </>
  );
}
