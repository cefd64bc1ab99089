import { Stack } from '@mantine/core';
import type { CallView } from '../../../shared/contract/views.ts';
import type { CallStage } from '../../../shared/model/stage.ts';
import { useDesk } from '../../api/desk-context.tsx';
import { EmptyNote } from '../../ui/empty-note.tsx';
import { Section } from '../../ui/section.tsx';
import { useNow } from '../../ui/use-now.ts';
import { CallCard } from './call-card.tsx';
import { useText } from '../../i18n/use-text.ts';

/** The call the agent talks in comes first, then what rings, then what waits. */
const order: readonly (readonly CallStage[])[] = [
  ['answered', 'bridged', 'active'],
  ['ringing'],
  ['held', 'transferred'],
];

const rank = ({ stage, endedAt }: CallView): number => {
  const place = order.findIndex((stages) => stages.includes(stage));
  return endedAt === undefined ? (place === -1 ? order.length : place) : order.length + 1;
};

/** Milliseconds: the call that just ended stays at hand to note its result. */
const shownAfterEnd = 10 * 60_000;

/** Whether the agent took part in it, and just now. */
const isForANote = ({ outcome, data, endedAt = 0 }: CallView, now: number): boolean =>
  now - endedAt < shownAfterEnd &&
  (outcome === 'answered' || (outcome === 'unanswered' && data.fields.direction === 'outbound'));

export function CallsInProgress() {
  const t = useText();
  const calls = useDesk((desk) => desk.calls);
  const notes = useDesk((desk) => desk.notes);
  const now = useNow(calls.length > 0);
  const running = calls.filter(({ endedAt }) => endedAt === undefined);
  // A note is written after the call: the last one stays, and each that somebody has begun to write about.
  const over = notes.canSend ? calls.filter(({ endedAt }) => endedAt !== undefined) : [];
  const toNote = over.find((call) => isForANote(call, now) && notes.sent[call.key] === undefined);
  const begun = over.filter((call) => call !== toNote && notes.drafts[call.key] !== undefined);
  const shown = [...running, ...(toNote === undefined ? [] : [toNote]), ...begun];
  shown.sort((a, b) => rank(a) - rank(b));
  return (
    <Section title={t('desk.calls')}>
      {shown.length === 0 ? (
        <EmptyNote text={t('desk.noCalls')} />
      ) : (
        <Stack gap="sm">
          {shown.map((call) => (
            <CallCard key={call.key} call={call} now={now} />
          ))}
        </Stack>
      )}
    </Section>
  );
}
