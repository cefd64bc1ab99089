import { Stack } from '@mantine/core';
import { useDesk } from '../../api/desk-context.tsx';
import { EmptyNote } from '../../ui/empty-note.tsx';
import { Section } from '../../ui/section.tsx';
import { useNow } from '../../ui/use-now.ts';
import { CallCard } from './call-card.tsx';
import { PauseMenu } from './pause-bar.tsx';
import { shownCalls } from './shown-calls.ts';
import { useText } from '../../i18n/use-text.ts';

/** @param noted the call that the agent wants to write about */
export function CallsInProgress({ noted }: { noted?: string | undefined }) {
  const t = useText();
  const calls = useDesk((desk) => desk.calls);
  const notes = useDesk((desk) => desk.notes);
  const now = useNow(calls.length > 0);
  const shown = shownCalls({ calls, notes }, now);
  return (
    <Section title={t('desk.calls')} aside={<PauseMenu />}>
      {shown.length === 0 ? (
        <EmptyNote text={t('desk.noCalls')} />
      ) : (
        <Stack gap="xs">
          {shown.map((call) => (
            <CallCard key={call.key} call={call} now={now} isNoted={call.key === noted} />
          ))}
        </Stack>
      )}
    </Section>
  );
}
