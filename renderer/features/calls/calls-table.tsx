import { Modal, Stack, Table } from '@mantine/core';
import { Fragment, useState } from 'react';
import type { CallRecordView } from '../../../shared/contract/call-views.ts';
import { callerName } from '../../ui/caller-name.ts';
import { useNow } from '../../ui/use-now.ts';
import { CallRow, OwnNote } from './call-row.tsx';
import { callsByDay, daysBetween } from './calls-by-day.ts';
import { NoteForm } from './note-form.tsx';
import { useLocale, useText } from '../../i18n/use-text.ts';

/** Calls, newest first, each with what can still be done about it. */
export function CallsTable({ calls }: { calls: readonly CallRecordView[] }) {
  const t = useText();
  // At midnight today becomes yesterday.
  const now = useNow(true, 60_000);
  const [noted, setNoted] = useState<CallRecordView | undefined>();
  return (
    <>
      <Table.ScrollContainer minWidth={900} scrollAreaProps={{ type: 'auto' }}>
        <Table verticalSpacing={6} highlightOnHover style={{ overflowWrap: 'anywhere' }}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th w={85}>{t('calls.columns.time')}</Table.Th>
              <Table.Th miw={200}>{t('calls.columns.caller')}</Table.Th>
              <Table.Th>{t('calls.columns.queue')}</Table.Th>
              <Table.Th w={195}>{t('calls.columns.outcome')}</Table.Th>
              <Table.Th w={310}>{t('common.actions')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {callsByDay(calls).map(({ at, calls: ofDay }) => (
              <Fragment key={ofDay[0]?.number}>
                <DayHeading at={at} now={now} />
                {ofDay.map((call) => (
                  <CallRow key={call.number} call={call} onNote={() => setNoted(call)} />
                ))}
              </Fragment>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <Modal
        opened={noted !== undefined}
        onClose={() => setNoted(undefined)}
        size="lg"
        title={noted && t('calls.noteOn', { caller: callerName(noted.caller, t) })}
        closeButtonProps={{ 'aria-label': t('common.close') }}
      >
        {noted !== undefined && (
          <Stack>
            <OwnNote call={noted} />
            <NoteForm callKey={noted.key} notedAt={noted.notedAt} />
          </Stack>
        )}
      </Modal>
    </>
  );
}

/** Today, yesterday, or the day with its weekday. */
function DayHeading({ at, now }: { at: number; now: number }) {
  const t = useText();
  const locale = useLocale();
  const ago = daysBetween(at, now);
  const full = new Intl.DateTimeFormat(locale, { dateStyle: 'full' }).format(at);
  const name = ago === 0 ? t('calls.today') : ago === 1 ? t('calls.yesterday') : '';
  return (
    <Table.Tr bg="var(--mantine-color-default-hover)">
      <Table.Th colSpan={5} scope="rowgroup" data-testid="day">
        {[name, full].filter((text) => text !== '').join(', ')}
      </Table.Th>
    </Table.Tr>
  );
}
