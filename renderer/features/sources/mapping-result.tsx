import { Alert, Input, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useId, type ReactNode } from 'react';
import { z } from 'zod';
import { feedSchema, type Feed } from '../../../shared/model/feed.ts';
import { calls } from '../../api/bridge.ts';
import { problemsText } from '../../api/problems-text.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useText } from '../../i18n/use-text.ts';
import classes from './mapping-bench.module.css';

interface MappingResultProps {
  readonly feed: Feed;
  readonly sample: string;
  readonly topic: string;
}

const eventsSchema = z.array(z.unknown());

/** What the mapping makes of the sample, a moment after the last keystroke. */
export function MappingResult(props: MappingResultProps) {
  const t = useText();
  const outcome = useOutcome(props);
  if (props.sample.trim() === '') return <Column isEmpty>{t('sources.resultEmpty')}</Column>;
  if (outcome === undefined) return <Column isEmpty>{t('loading')}</Column>;
  if ('problems' in outcome) {
    return (
      <Column>
        <Alert color="red" variant="light" p="sm" data-testid="mapping-problem">
          {problemsText(outcome.problems, t)}
        </Alert>
      </Column>
    );
  }
  const { events } = outcome.value;
  const count = eventsSchema.parse(JSON.parse(events)).length;
  if (count === 0) return <Column isEmpty>{t('sources.resultNone')}</Column>;
  return (
    <Column note={t('sources.resultEvents', { count })}>
      <pre className={classes['events']} data-testid="mapping-result">
        {events}
      </pre>
    </Column>
  );
}

function useOutcome({ feed, sample, topic }: MappingResultProps) {
  // As texts, so that equal settings are one and the same value.
  const [feedText] = useDebouncedValue(JSON.stringify(feed), 250);
  const [payload] = useDebouncedValue(sample, 250);
  const [settledTopic] = useDebouncedValue(topic, 250);
  return useAnswer(
    ['mapping.try', feedText, payload, settledTopic],
    () =>
      calls()['mapping.try']({
        feed: feedSchema.parse(JSON.parse(feedText)),
        payload,
        topic: settledTopic,
      }),
    { keepsLast: true },
  );
}

interface ColumnProps {
  readonly isEmpty?: boolean;
  readonly note?: string;
  readonly children: ReactNode;
}

function Column({ isEmpty = false, note, children }: ColumnProps) {
  const t = useText();
  const id = useId();
  return (
    <Input.Wrapper
      label={t('sources.result')}
      labelElement="div"
      labelProps={{ id }}
      className={classes['result'] ?? ''}
    >
      {/* It scrolls, also by the keyboard. */}
      <div
        className={classes['box']}
        role="group"
        aria-labelledby={id}
        tabIndex={0}
        {...(isEmpty && { 'data-empty': true })}
      >
        {children}
      </div>
      {/* Heard at each change: how many, instead of all that they are. */}
      <Text size="xs" c="dimmed" mt={5} role="status">
        {note}
      </Text>
    </Input.Wrapper>
  );
}
