import { Badge, Button, Card, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { CallView } from '../../../shared/contract/views.ts';
import type { CallStage } from '../../../shared/model/stage.ts';
import { useDesk } from '../../api/desk-context.tsx';
import { callerName } from '../../ui/caller-name.ts';
import { DirectionIcon } from '../../ui/direction-icon.tsx';
import { durationText } from '../../ui/duration-text.ts';
import { WhyButton } from '../../ui/why-button.tsx';
import { NoteForm } from '../calls/note-form.tsx';
import { OpenPopupButton } from '../calls/open-popup-button.tsx';
import { CustomFields } from './custom-fields.tsx';
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
}

/** One call: who, from where, since when, what the record says, and what can be done. */
export function CallCard({ call, now }: CallCardProps) {
  const t = useText();
  const recent = useDesk((desk) => desk.recent);
  const notes = useDesk((desk) => desk.notes);
  const { key, caller, stage, endedAt } = call;
  const who = callerName(caller, t);
  const opened = recent.find(({ callKey, outcome }) => callKey === key && outcome === 'opened');
  const color = endedAt === undefined ? (stageColors[stage] ?? 'gray') : 'gray';
  const rings = stage === 'ringing' && endedAt === undefined;
  // After the call its note is all there is left to do.
  const [noting, setNoting] = useState(notes.drafts[key] !== undefined);
  const isNoting = notes.canSend && (noting || endedAt !== undefined);
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
      <Stack gap="xs">
        <CardHead call={call} now={now} who={who} color={color} />
        <CustomFields values={call.data.custom} />
        <Group gap="xs">
          <OpenPopupButton callKey={key} caller={who} popupId={opened?.popupId ?? ''} />
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
          <WhyButton callKey={key} caller={who} hasOpened={opened !== undefined} />
        </Group>
        {isNoting && <NoteForm callKey={key} />}
      </Stack>
    </Card>
  );
}

interface CardHeadProps extends CallCardProps {
  readonly who: string;
  readonly color: string;
}

/** Who and from where, and how long since. */
function CardHead({ call, now, who, color }: CardHeadProps) {
  const t = useText();
  const { caller, stage, endedAt } = call;
  const { queueName, queueId, campaignName, direction } = call.data.fields;
  const withheld = caller.isWithheld === true ? t('desk.withheldNumber') : '';
  const number = caller.name === '' ? '' : caller.number || withheld;
  const where = [number, queueName ?? queueId, campaignName];
  const since = call.answeredAt ?? call.startedAt;
  const rings = stage === 'ringing' && endedAt === undefined;
  return (
    <Group justify="space-between" wrap="nowrap">
      <div style={{ minWidth: 0 }}>
        <Group gap={6} wrap="nowrap">
          <DirectionIcon direction={direction} />
          <Text fw={600} fz={rings ? 28 : 20} lh={1.25} truncate title={who} dir="auto">
            {who}
          </Text>
        </Group>
        <Text size="sm" c="dimmed" truncate>
          {where.filter((text) => text !== undefined && text !== '').join(' · ')}
        </Text>
      </div>
      <Group gap="sm" wrap="nowrap" style={{ flex: 'none' }}>
        <Badge size="lg" variant="light" tt="none" color={color}>
          {endedAt === undefined ? t(`stage.${stage}`) : t('stage.hangup')}
        </Badge>
        <Text ff="monospace" aria-hidden>
          {durationText((endedAt ?? now) - since)}
        </Text>
      </Group>
    </Group>
  );
}
