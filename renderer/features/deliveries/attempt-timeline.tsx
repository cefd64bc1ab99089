import { Code, Group, Text, Timeline } from '@mantine/core';
import { IconCheck, IconClock, IconHourglass, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Attempt, Delivery } from '../../../shared/model/delivery.ts';
import { useText } from '../../i18n/use-text.ts';
import { Moment } from '../../ui/moment.tsx';

interface AttemptTimelineProps {
  readonly delivery: Delivery;
  readonly attempts: readonly Attempt[];
}

/** A delivery's life: accepted, each attempt with its answer, and what is next. */
export function AttemptTimeline({ delivery, attempts }: AttemptTimelineProps) {
  const t = useText();
  return (
    <Timeline
      active={attempts.length}
      bulletSize={24}
      lineWidth={2}
      aria-label={t('deliveries.timeline')}
    >
      <Timeline.Item
        bullet={<IconClock size={14} aria-hidden />}
        title={<Step title={t('deliveries.columns.accepted')} at={delivery.acceptedAt} />}
      />
      {attempts.map((attempt, at) => (
        <Timeline.Item
          key={attempt.number}
          color={attempt.problem === null ? 'teal' : 'red'}
          bullet={
            attempt.problem === null ? (
              <IconCheck size={14} aria-hidden />
            ) : (
              <IconX size={14} aria-hidden />
            )
          }
          lineVariant={
            at === attempts.length - 1 && delivery.state === 'waiting' ? 'dashed' : 'solid'
          }
          title={
            <Step
              title={t('deliveries.attempt', { number: attempt.number, ms: attempt.ms })}
              at={attempt.at}
            >
              {attempt.status === 0
                ? t('deliveries.noAnswer')
                : t('deliveries.status', { status: attempt.status })}
            </Step>
          }
          data-testid="attempt"
        >
          <AttemptAnswer attempt={attempt} />
        </Timeline.Item>
      ))}
      {delivery.state === 'waiting' && (
        <Timeline.Item
          bullet={<IconHourglass size={14} aria-hidden />}
          title={<Step title={t('deliveries.columns.next')} at={delivery.nextAt} />}
        />
      )}
    </Timeline>
  );
}

interface StepProps {
  readonly title: string;
  readonly at: number;
  readonly children?: ReactNode;
}

function Step({ title, at, children }: StepProps) {
  return (
    <Group gap="xs" component="span">
      <Text fw={500} size="sm" span>
        {title}
      </Text>
      <Text size="sm" c="dimmed" span>
        <Moment at={at} seconds />
      </Text>
      {children !== undefined && (
        <Text size="sm" span>
          {children}
        </Text>
      )}
    </Group>
  );
}

function AttemptAnswer({ attempt: { problem, response } }: { attempt: Attempt }) {
  const t = useText();
  return (
    <>
      {problem !== null && <Text size="sm">{t(problem)}</Text>}
      {response !== '' && (
        <Code
          block
          mt={4}
          aria-label={t('deliveries.response')}
          style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}
        >
          {response}
        </Code>
      )}
    </>
  );
}
