import { Alert, Button, Group, Loader, Stack, Text } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useDesk } from '../../../api/desk-context.tsx';
import { useText } from '../../../i18n/use-text.ts';
import { TraceView } from '../../../ui/trace-view.tsx';
import { SourceEditor } from '../source-editor.tsx';
import { firstEventState } from './first-event-state.ts';
import { ReadFields } from './read-fields.tsx';
import type { NewSource } from './setup-props.ts';
import { Step } from './step.tsx';
import { useEventsOf } from './use-events-of.ts';

interface FirstEventProps {
  /** Of the step. */
  readonly number: number;
  readonly source: NewSource;
  /** The system's name as it is shown. */
  readonly system: string;
  readonly onLeave: () => void;
}

const looks = {
  unreadable: 'red',
  ignored: 'yellow',
  unmatched: 'yellow',
  matched: 'teal',
} as const;

/** Waits for the first event, and says what it was read as and what came of it. */
export function FirstEvent({ number, source, system, onLeave }: FirstEventProps) {
  const t = useText();
  const view = useDesk((desk) => desk.sources.find(({ id }) => id === source.id));
  const newest = useEventsOf(source)[0];
  const state = firstEventState(view, newest?.trace);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The steps above may fill the window, while the phone system's own is in front.
    if (state !== 'waiting') place.current?.scrollIntoView({ block: 'nearest' });
  }, [state]);
  const isDone = state === 'matched' || state === 'unmatched';
  return (
    <Step number={number} title={t('connect.first.title')}>
      <Stack ref={place} gap="sm" role="status" data-testid={`first-event-${state}`}>
        {state === 'waiting' ? (
          <Group gap="sm" wrap="nowrap">
            <Loader size="sm" aria-hidden />
            <Text size="sm">{t('connect.first.waiting', { system })}</Text>
          </Group>
        ) : (
          <Alert variant="light" color={looks[state]} title={t(`connect.first.${state}`)}>
            {state === 'unreadable' && view?.lastRejection != null && t(view.lastRejection)}
            {state !== 'unreadable' && t(`connect.first.${state}Hint`)}
          </Alert>
        )}
        {view?.problem != null && (
          <Text size="sm" c="red">
            {t(view.problem)}
          </Text>
        )}
      </Stack>
      {newest !== undefined && <ReadFields event={newest.event} />}
      {newest !== undefined && <TraceView trace={newest.trace} />}
      <Group>
        <Button variant={isDone ? 'filled' : 'default'} onClick={onLeave}>
          {t('connect.first.done')}
        </Button>
        {state !== 'matched' && <EditCreated id={source.id} />}
      </Group>
    </Step>
  );
}

/** The source's own form, for what the steps do not ask. */
function EditCreated({ id }: { id: string }) {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  const source = useDesk((desk) => desk.config.sources.find((one) => one.id === id));
  if (source === undefined) return null;
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        {t('sources.editTitle')}
      </Button>
      {isOpen && <SourceEditor source={source} onClose={() => setOpen(false)} />}
    </>
  );
}
