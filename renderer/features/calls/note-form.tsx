import { Button, Group, Select, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { CallNote } from '../../../shared/model/call-note.ts';
import { calls } from '../../api/bridge.ts';
import { useDesk } from '../../api/desk-context.tsx';
import { useCommand } from '../../api/use-command.ts';
import { Moment } from '../../ui/moment.tsx';
import { ProblemList } from '../../ui/problem-list.tsx';
import { useText } from '../../i18n/use-text.ts';

interface NoteFormProps {
  readonly callKey: string;
  /** When a note on this call was sent before. */
  readonly notedAt?: number | undefined;
}

const emptyNote: CallNote = { note: '', disposition: '' };

/** What the agent writes about a call. Kept at each step, so that closing the desk loses nothing. */
export function NoteForm({ callKey, notedAt }: NoteFormProps) {
  const t = useText();
  const notes = useDesk((desk) => desk.notes);
  const config = useDesk((desk) => desk.config);
  const { dispositions } = config.settings;
  const command = useCommand();
  const [note, setNote] = useState<CallNote>(() => notes.drafts[callKey] ?? emptyNote);
  const sentAt = notes.sent[callKey] ?? notedAt;
  const change = (next: CallNote): void => {
    setNote(next);
    void calls()['call.keepNote']({ callKey, ...next });
  };
  const send = async (): Promise<void> => {
    if (command.busy) return;
    if (await command.run(() => calls()['call.note']({ callKey, ...note }))) setNote(emptyNote);
  };
  const hasOwnPlace = (path: string): boolean =>
    path === 'note' || (path === 'disposition' && dispositions.length > 0);
  return (
    <Stack gap="xs" data-testid="note-form">
      <ProblemList problems={command.problems.filter(({ path }) => !hasOwnPlace(path))} />
      <Group align="flex-start" wrap="nowrap">
        <Textarea
          label={t('calls.note')}
          flex={1}
          autosize
          minRows={2}
          maxRows={8}
          // Text added while sending would be lost.
          readOnly={command.busy}
          error={command.problemAt('note')}
          value={note.note}
          onChange={(event) => change({ ...note, note: event.currentTarget.value })}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
            event.preventDefault();
            void send();
          }}
        />
        {dispositions.length > 0 && (
          <Select
            label={t('calls.disposition')}
            w={220}
            searchable
            clearable
            readOnly={command.busy}
            clearButtonProps={{ 'aria-label': t('calls.noDisposition') }}
            nothingFoundMessage={t('rules.nothingFound')}
            error={command.problemAt('disposition')}
            data={dispositions}
            value={note.disposition === '' ? null : note.disposition}
            onChange={(value) => change({ ...note, disposition: value ?? '' })}
          />
        )}
      </Group>
      <Group gap="sm">
        <Button size="compact-sm" loading={command.busy} onClick={() => void send()}>
          {t('calls.send')}
        </Button>
        <Text size="sm" c="dimmed" role="status">
          {sentAt === undefined ? (
            t('calls.sendHint')
          ) : (
            <>
              {t('calls.sent')} <Moment at={sentAt} />
            </>
          )}
        </Text>
      </Group>
    </Stack>
  );
}
