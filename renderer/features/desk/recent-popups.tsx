import { Button, Group, ScrollArea, Table, Text } from '@mantine/core';
import { useMemo } from 'react';
import { callerLine } from '../../../shared/calls/caller-text.ts';
import type { RecentPopup } from '../../../shared/contract/views.ts';
import { calls } from '../../api/bridge.ts';
import { useDesk } from '../../api/desk-context.tsx';
import { useCommand } from '../../api/use-command.ts';
import { EmptyNote } from '../../ui/empty-note.tsx';
import { ProblemList } from '../../ui/problem-list.tsx';
import { Section } from '../../ui/section.tsx';
import { hasFailed, NotOpened } from './not-opened.tsx';
import { popupsWithoutCard } from './shown-calls.ts';
import { SupportLine } from '../../ui/support-contact.tsx';
import { useNow } from '../../ui/use-now.ts';
import { WhyButton } from '../../ui/why-button.tsx';
import { useText, useLocale } from '../../i18n/use-text.ts';

export function RecentPopups() {
  const t = useText();
  const recent = usePopupsWithoutCard();
  // Also those of calls with a card.
  const hasAny = useDesk((desk) => desk.recent.length > 0);
  const command = useCommand();
  const reopen = (id: string) => void command.run(() => calls()['popup.reopen']({ id }));
  return (
    <Section
      title={t('desk.recent')}
      aside={
        hasAny && (
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => void command.run(() => calls()['popup.closeAll'](undefined))}
          >
            {t('desk.closeAll')}
          </Button>
        )
      }
    >
      <ProblemList problems={command.problems} />
      {recent.length === 0 ? (
        <EmptyNote text={t('desk.noRecent')} />
      ) : (
        <ScrollArea.Autosize mah={420}>
          <Table verticalSpacing={6}>
            <Table.Tbody>
              {recent.map((popup) => (
                <RecentLine key={popup.id} popup={popup} onReopen={() => reopen(popup.id)} />
              ))}
            </Table.Tbody>
          </Table>
        </ScrollArea.Autosize>
      )}
      {recent.some(hasFailed) && <SupportLine />}
    </Section>
  );
}

/** A popup of a call with a card is on the card. */
function usePopupsWithoutCard(): readonly RecentPopup[] {
  const all = useDesk((desk) => desk.recent);
  // The card of an ended call disappears without a change of the state.
  const waits = useDesk(({ calls, notes }) => notes.canSend && calls.length > 0);
  const now = useNow(waits);
  const ids = useDesk((desk) => popupsWithoutCard(desk, now));
  return useMemo(() => {
    const left = new Set(ids.split(' '));
    return all.filter(({ id }) => left.has(id));
  }, [all, ids]);
}

function RecentLine({ popup, onReopen }: { popup: RecentPopup; onReopen: () => void }) {
  const t = useText();
  const locale = useLocale();
  const time = useMemo(() => new Intl.DateTimeFormat(locale, { timeStyle: 'medium' }), [locale]);
  const who = callerLine(popup, t);
  return (
    <Table.Tr data-testid="recent">
      <Table.Td w={110}>
        <Text size="sm" c="dimmed">
          {time.format(popup.at)}
        </Text>
      </Table.Td>
      <Table.Td>
        <Text size="sm" fw={500}>
          {who}
        </Text>
        {popup.lateSeconds > 0 && (
          <Text size="sm" c="dimmed">
            {t('desk.late', { seconds: popup.lateSeconds })}
          </Text>
        )}
        <NotOpened popup={popup} />
      </Table.Td>
      <Table.Td>
        <Text size="sm" c="dimmed">
          {[popup.queue, popup.popupName].filter((text) => text !== '').join(' · ')}
        </Text>
      </Table.Td>
      <Table.Td>
        <Group justify="flex-end" gap="xs" wrap="nowrap">
          {popup.callKey !== '' && (
            <WhyButton
              callKey={popup.callKey}
              caller={who}
              hasOpened={popup.outcome === 'opened'}
            />
          )}
          <Button size="compact-sm" variant="light" onClick={onReopen}>
            {t('desk.reopen')}
          </Button>
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}
