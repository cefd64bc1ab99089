import { Button, Card, Group, Stack, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { CallView } from '../../../shared/contract/call-views.ts';
import type { RecentPopup } from '../../../shared/contract/views.ts';
import type { CallStage } from '../../../shared/model/stage.ts';
import { useDesk } from '../../api/desk-context.tsx';
import { callerName } from '../../ui/caller-name.ts';
import { ContactChoiceBox } from '../../ui/contact-choice.tsx';
import { SupportLine } from '../../ui/support-contact.tsx';
import { WhyButton } from '../../ui/why-button.tsx';
import { NoteForm } from '../calls/note-form.tsx';
import { OpenPopupButton } from '../calls/open-popup-button.tsx';
import { CardHead } from './card-head.tsx';
import { CustomFields } from './custom-fields.tsx';
import { hasFailed, NotOpened } from './not-opened.tsx';
import { useText } from '../../i18n/use-text.ts';

const stageColors: Readonly<Partial<Record<CallStage, string>>> = {
  ringing: 'orange',
  answered: 'green',
  bridged: 'green',
  active: 'green',
  held: 'yellow',
};

interface CallCardProps {
  readonly call: CallView;
  readonly now: number;
  /** The agent wants to write about it. */
  readonly isNoted: boolean;
}

/** One call: who, from where, since when, what the record says, and what can be done. */
export function CallCard({ call, now, isNoted }: CallCardProps) {
  const t = useText();
  const { caller, stage, endedAt } = call;
  const popups = usePopupsOf(call.key);
  const choices = useDesk((desk) => desk.choices);
  const who = callerName(caller, t);
  const color = endedAt === undefined ? (stageColors[stage] ?? 'gray') : 'gray';
  const rings = stage === 'ringing' && endedAt === undefined;
  return (
    <Card
      withBorder
      padding="sm"
      component="article"
      aria-label={who}
      data-testid="call"
      {...(rings && { bg: `var(--mantine-color-${color}-light)` })}
      style={{ borderInlineStart: `4px solid var(--mantine-color-${color}-6)` }}
    >
      <Stack gap={6}>
        <CardHead call={call} now={now} who={who} color={color} rings={rings} />
        <CustomFields values={call.data.custom} />
        <PopupState popups={popups} />
        {choices
          .filter(({ callKey }) => callKey === call.key)
          .map((choice) => (
            <ContactChoiceBox key={choice.id} choice={choice} now={now} />
          ))}
        <CardActions
          key={String(isNoted)}
          call={call}
          who={who}
          popups={popups}
          isNoted={isNoted}
        />
      </Stack>
    </Card>
  );
}

/** The popups of one call, newest first, each once. */
function usePopupsOf(key: string): readonly RecentPopup[] {
  const recent = useDesk((desk) => desk.recent);
  return useMemo(() => {
    const own = recent.filter(({ callKey }) => callKey === key);
    return own.filter(({ popupId }, at) => own.findIndex((one) => one.popupId === popupId) === at);
  }, [recent, key]);
}

/** What a person has to know of a call's popups: late ones, and those that did not open. */
function PopupState({ popups }: { popups: readonly RecentPopup[] }) {
  const t = useText();
  const seconds = Math.max(0, ...popups.map(({ lateSeconds }) => lateSeconds));
  const notOpened = popups.filter(({ outcome }) => outcome === 'failed');
  return (
    <>
      {seconds > 0 && (
        <Text size="sm" c="dimmed">
          {t('desk.late', { seconds })}
        </Text>
      )}
      {notOpened.map((popup) => (
        <NotOpened key={popup.id} popup={popup} />
      ))}
      {popups.some(hasFailed) && <SupportLine />}
    </>
  );
}

interface CardActionsProps {
  readonly call: CallView;
  readonly who: string;
  readonly popups: readonly RecentPopup[];
  readonly isNoted: boolean;
}

function CardActions({ call: { key, endedAt }, who, popups, isNoted }: CardActionsProps) {
  const t = useText();
  const notes = useDesk((desk) => desk.notes);
  // After the call its note is all there is left to do.
  const [toggled, setNoting] = useState<boolean>();
  const noting = toggled ?? (isNoted || notes.drafts[key] !== undefined);
  const isNoting = notes.canSend && (noting || endedAt !== undefined);
  const hasOpened = popups.some(({ outcome }) => outcome === 'opened');
  const popupIds = popups.map(({ popupId }) => popupId);
  return (
    <>
      <Group gap="xs">
        <OpenPopupButton callKey={key} caller={who} popupIds={popupIds} hasOpened={hasOpened} />
        {notes.canSend && endedAt === undefined && (
          <Button
            size="compact-sm"
            variant="light"
            aria-expanded={noting}
            aria-label={`${t('calls.note')}: ${who}`}
            onClick={() => setNoting(!noting)}
          >
            {t('calls.note')}
          </Button>
        )}
        <WhyButton callKey={key} caller={who} hasOpened={hasOpened} />
      </Group>
      {isNoting && <NoteForm callKey={key} autoFocus={isNoted} />}
    </>
  );
}
