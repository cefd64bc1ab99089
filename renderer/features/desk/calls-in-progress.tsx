import { Stack } from '@mantine/core';
import type { CallView } from '../../../shared/ipc/views.ts';
import type { CallStage } from '../../../shared/model/stage.ts';
import { useDesk } from '../../api/desk-context.tsx';
import { useTexts } from '../../i18n/use-texts.ts';
import { EmptyNote } from '../../ui/empty-note.tsx';
import { Section } from '../../ui/section.tsx';
import { useNow } from '../../ui/use-now.ts';
import { CallCard } from './call-card.tsx';

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

export function CallsInProgress() {
  const texts = useTexts();
  const { calls, notes } = useDesk();
  const running = calls.filter(({ endedAt }) => endedAt === undefined);
  const now = useNow(calls.length > 0);
  // A note is written after the call: without one to write, a call that is over is of the past.
  const toNote = calls.find(
    ({ key, outcome, endedAt = 0 }) =>
      outcome === 'answered' &&
      ((notes.canSend && now - endedAt < shownAfterEnd && notes.sent[key] === undefined) ||
        notes.drafts[key] !== undefined),
  );
  const shown = [...running, ...(toNote === undefined || running.includes(toNote) ? [] : [toNote])];
  shown.sort((a, b) => rank(a) - rank(b));
  return (
    <Section title={texts.desk.calls}>
      {shown.length === 0 ? (
        <EmptyNote text={texts.desk.noCalls} />
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
