import { Badge, Button, Group, Table, Text } from '@mantine/core';
import type { CallRecordView } from '../../../shared/contract/call-views.ts';
import type { CallOutcome } from '../../../shared/model/call-record.ts';
import { useDesk } from '../../api/desk-context.tsx';
import { callerName } from '../../ui/caller-name.ts';
import type { Translate } from '../../../shared/text/translate.ts';
import { DirectionIcon } from '../../ui/direction-icon.tsx';
import { durationText } from '../../ui/duration-text.ts';
import { Moment } from '../../ui/moment.tsx';
import { WhyButton } from '../../ui/why-button.tsx';
import { CallBackButton } from './call-back-button.tsx';
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

interface CallRowProps {
  readonly call: CallRecordView;
  readonly onNote: () => void;
}

/** One call of the history, with what can still be done about it. */
export function CallRow({ call, onNote }: CallRowProps) {
  const t = useText();
  const who = callerName(call.caller, t);
  return (
    <Table.Tr data-testid="past-call">
      <Table.Td>
        <Text size="sm" c="dimmed">
          <Moment at={call.startedAt} only="time" />
        </Text>
      </Table.Td>
      <Table.Td>
        <CallerCell call={call} who={who} />
        <OwnNote call={call} lines={2} />
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
        <RowActions call={call} who={who} onNote={onNote} />
      </Table.Td>
    </Table.Tr>
  );
}

function RowActions({ call, who, onNote }: CallRowProps & { readonly who: string }) {
  const t = useText();
  const canSend = useDesk((desk) => desk.notes.canSend);
  const canDial = useDesk((desk) => desk.config.canDial);
  const { key, caller, popupId, outcome } = call;
  return (
    <Group gap="xs">
      <OpenPopupButton callKey={key} caller={who} popupIds={[popupId]} hasOpened={popupId !== ''} />
      {canDial && caller.number !== '' && outcome !== 'running' && (
        <CallBackButton callKey={key} caller={who} />
      )}
      {canSend && (
        <Button
          size="compact-sm"
          variant="light"
          aria-label={`${t('calls.note')}: ${who}`}
          onClick={onNote}
        >
          {t('calls.note')}
        </Button>
      )}
      <WhyButton callKey={key} caller={who} hasOpened={popupId !== ''} />
    </Group>
  );
}

/** What the agent wrote, where notes are kept. */
export function OwnNote({ call: { note, disposition }, lines }: OwnNoteProps) {
  const text = [disposition, note].filter((part) => part !== '').join(': ');
  if (text === '') return null;
  return (
    <Text
      size="sm"
      fs="italic"
      title={text}
      dir="auto"
      data-testid="own-note"
      style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}
      {...(lines !== undefined && { lineClamp: lines })}
    >
      {text}
    </Text>
  );
}

interface OwnNoteProps {
  readonly call: Pick<CallRecordView, 'note' | 'disposition'>;
  /** Of a long note so many are shown; undefined: all. */
  readonly lines?: number;
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
  const { outcome, notedAt } = call;
  return (
    <>
      <Badge variant="light" tt="none" color={colors[outcome]}>
        {t(`calls.outcomes.${outcome}`)}
      </Badge>
      <Text size="sm" c="dimmed" data-testid="times">
        {timesOf(call, t)}
      </Text>
      {notedAt !== undefined && (
        <Text size="xs" c="dimmed">
          {t('calls.sent')} <Moment at={notedAt} />
        </Text>
      )}
    </>
  );
}

/** How long it rang, and how long it was talked. */
function timesOf({ rangAt, answeredAt, endedAt }: CallRecordView, t: Translate): string {
  const stopped = answeredAt ?? endedAt;
  const span = (from: number | undefined, to: number | undefined): string =>
    from === undefined || to === undefined ? '' : durationText(to - from);
  const [rang, talked] = [span(rangAt, stopped), span(answeredAt, endedAt)];
  return [
    rang === '' ? '' : t('calls.rang', { time: rang }),
    talked === '' ? '' : t('calls.talked', { time: talked }),
  ]
    .filter((text) => text !== '')
    .join(' · ');
}
