import { Badge, Group, Text } from '@mantine/core';
import type { CallView } from '../../../shared/contract/call-views.ts';
import { DirectionIcon } from '../../ui/direction-icon.tsx';
import { durationText } from '../../ui/duration-text.ts';
import { useText } from '../../i18n/use-text.ts';
import { EarlierCalls } from './earlier-calls.tsx';

interface CardHeadProps {
  readonly call: CallView;
  readonly now: number;
  readonly who: string;
  readonly color: string;
  /** Ringing is read from further away. */
  readonly rings: boolean;
}

/** Who and from where, how long since, and what is known of the caller. */
export function CardHead({ call, now, who, color, rings }: CardHeadProps) {
  const t = useText();
  const { stage, endedAt, before } = call;
  return (
    <Group justify="space-between" align="flex-start" wrap="nowrap">
      <div style={{ minWidth: 0 }}>
        <Group gap={6} wrap="nowrap">
          <DirectionIcon direction={call.data.fields.direction} />
          <Text fw={600} fz={rings ? 28 : 20} lh={1.25} truncate title={who} dir="auto">
            {who}
          </Text>
        </Group>
        <Text size="sm" c="dimmed" truncate>
          <Whence call={call} now={now} />
        </Text>
        {before !== undefined && endedAt === undefined && <EarlierCalls before={before} />}
      </div>
      <Group gap="sm" wrap="nowrap" style={{ flex: 'none' }}>
        <Badge size="lg" variant="light" tt="none" color={color}>
          {endedAt === undefined ? t(`stage.${stage}`) : t('stage.hangup')}
        </Badge>
        <Text ff="monospace" fz={rings ? 'lg' : 'md'} aria-hidden>
          {durationText((endedAt ?? now) - sinceOf(call))}
        </Text>
      </Group>
    </Group>
  );
}

/** The number, the queue with the time in it, the campaign. */
function Whence({ call, now }: { call: CallView; now: number }) {
  const t = useText();
  const { caller, queuedAt, rangAt, answeredAt, endedAt } = call;
  const { queueName, queueId, campaignName } = call.data.fields;
  const withheld = caller.isWithheld === true ? t('desk.withheldNumber') : '';
  const number = caller.name === '' ? '' : caller.number || withheld;
  const until = rangAt ?? answeredAt ?? endedAt ?? now;
  const waited =
    queuedAt === undefined ? '' : t('desk.inQueue', { time: durationText(until - queuedAt) });
  return [number, queueName ?? queueId, waited, campaignName]
    .filter((text) => text !== undefined && text !== '')
    .join(' · ');
}

/** What the timer counts from: the answer, else the ring, else the call's beginning. */
const sinceOf = ({ stage, answeredAt, rangAt, startedAt, endedAt }: CallView): number =>
  answeredAt ?? (stage === 'ringing' && endedAt === undefined ? rangAt : undefined) ?? startedAt;
