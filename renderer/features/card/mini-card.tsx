import { ActionIcon, Group, Text } from '@mantine/core';
import {
  IconAppWindow,
  IconNote,
  IconPlayerPause,
  IconPlayerPlay,
  IconX,
  type Icon,
} from '@tabler/icons-react';
import type { CallView } from '../../../shared/contract/call-views.ts';
import { calls } from '../../api/bridge.ts';
import { useDesk } from '../../api/desk-context.tsx';
import { callerName } from '../../ui/caller-name.ts';
import { ContactChoiceBox } from '../../ui/contact-choice.tsx';
import { ConnectionDot } from '../../ui/connection-dot.tsx';
import { durationText } from '../../ui/duration-text.ts';
import { useText } from '../../i18n/use-text.ts';
import { cardCalls } from './card-calls.ts';
import { useDrag } from './use-drag.ts';
import { useSeconds } from './use-seconds.ts';
import classes from './mini-card.module.css';

interface MiniCardProps {
  /** The window that it is in. */
  readonly page: Window;
  /** The agent wants to write about a call. */
  readonly onNote: (callKey: string) => void;
}

/** The current call in a strip: who, from where, how long, and what is done most. */
export function MiniCard({ page, onNote }: MiniCardProps) {
  const all = useDesk((desk) => desk.calls);
  const [call, ...others] = cardCalls(all);
  const drag = useDrag(page);
  if (call === undefined) return null;
  return (
    <main className={classes['card']} data-rings={call.stage === 'ringing'} {...drag}>
      <CardCaller call={call} others={others.length} page={page} />
      <CardActions call={call} onNote={onNote} />
      <CardChoice callKey={call.key} page={page} />
    </main>
  );
}

interface CardCallerProps {
  readonly call: CallView;
  readonly others: number;
  readonly page: Window;
}

function CardCaller({ call, others, page }: CardCallerProps) {
  const t = useText();
  const now = useSeconds(page);
  const { caller, stage, answeredAt, rangAt, startedAt } = call;
  const who = callerName(caller, t);
  const { queueName, queueId } = call.data.fields;
  const number = caller.name === '' ? '' : caller.number;
  const whence = [number, queueName ?? queueId ?? ''].filter((text) => text !== '').join(' · ');
  return (
    <>
      <Group gap={8} wrap="nowrap">
        <ConnectionDot />
        <Text fw={600} fz={16} lh={1.3} truncate flex={1} dir="auto" title={who}>
          {who}
        </Text>
        {others > 0 && (
          <Text size="xs" fw={600} aria-label={t('card.more', { count: others })}>
            +{others}
          </Text>
        )}
        <Text ff="monospace" size="sm" aria-hidden>
          {durationText(
            now - (answeredAt ?? (stage === 'ringing' ? rangAt : undefined) ?? startedAt),
          )}
        </Text>
      </Group>
      <Text size="xs" c="dimmed" lh={1.3} truncate>
        {whence === '' ? t(`stage.${stage}`) : whence}
      </Text>
    </>
  );
}

function CardActions({
  call: { key },
  onNote,
}: Pick<MiniCardProps, 'onNote'> & { call: CallView }) {
  const t = useText();
  const canSend = useDesk((desk) => desk.notes.canSend);
  const { pause } = useDesk((desk) => desk.paused);
  // The newest popup of this call, if one was asked for.
  const popupId = useDesk((desk) => desk.recent.find(({ callKey }) => callKey === key)?.popupId);
  return (
    <Group gap={4} wrap="nowrap" mt={6}>
      {popupId !== undefined && (
        <CardButton
          icon={IconAppWindow}
          label={t('desk.reopen')}
          onClick={() => void calls()['call.popup']({ callKey: key, popupId })}
        />
      )}
      {canSend && (
        <CardButton icon={IconNote} label={t('calls.note')} onClick={() => onNote(key)} />
      )}
      {pause === undefined ? (
        <CardButton
          icon={IconPlayerPause}
          label={t('shell.tray.pauseQuarter')}
          onClick={() => void calls()['popups.pause']({ minutes: 15 })}
        />
      ) : (
        <CardButton
          icon={IconPlayerPlay}
          label={t('shell.tray.resume')}
          onClick={() => void calls()['popups.resume'](undefined)}
        />
      )}
      <span style={{ flex: 1 }} />
      <CardButton
        icon={IconX}
        label={t('card.hide')}
        onClick={() => void calls()['card.hide'](undefined)}
      />
    </Group>
  );
}

/** Which customer calls, where a flow asks. */
function CardChoice({ callKey, page }: { callKey: string; page: Window }) {
  const choice = useDesk((desk) => desk.choices).find((one) => one.callKey === callKey);
  const now = useSeconds(page);
  return choice && <ContactChoiceBox choice={choice} now={now} />;
}

interface CardButtonProps {
  readonly icon: Icon;
  readonly label: string;
  readonly onClick: () => void;
}

function CardButton({ icon: Drawn, label, onClick }: CardButtonProps) {
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={28}
      aria-label={label}
      title={label}
      onClick={onClick}
    >
      <Drawn size={17} aria-hidden />
    </ActionIcon>
  );
}
