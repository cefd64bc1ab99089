import { Button, Group, Select, Stack, Text, Textarea } from '@mantine/core';
import { callProcedures } from '../../../shared/contract/calls.ts';
import { emptyNote, type CallNote } from '../../../shared/model/call-note.ts';
import { calls } from '../../api/bridge.ts';
import { useDesk } from '../../api/desk-context.tsx';
import { useCommand } from '../../api/use-command.ts';
import { useCommandForm, type Form } from '../../forms/use-command-form.ts';
import { Moment } from '../../ui/moment.tsx';
import { ProblemList } from '../../ui/problem-list.tsx';
import { useText } from '../../i18n/use-text.ts';
import { useDraftVersion } from './use-draft-version.ts';

interface NoteFormProps {
  readonly callKey: string;
  /** When a note on this call was sent before. */
  readonly notedAt?: number | undefined;
  /** The agent asked for it elsewhere. */
  readonly autoFocus?: boolean | undefined;
}

/** What the agent writes about a call. Kept at each step, so that closing the desk loses nothing. */
export function NoteForm(props: NoteFormProps) {
  const draft = useDesk(({ notes }) => notes.drafts[props.callKey]);
  return <NoteFields key={useDraftVersion(draft)} {...props} />;
}

function NoteFields({ callKey, notedAt, autoFocus }: NoteFormProps) {
  const t = useText();
  const notes = useDesk((desk) => desk.notes);
  const { dispositions } = useDesk((desk) => desk.config.settings);
  const { form, command, save } = useCommandForm({
    command: useCommand(),
    values: () => notes.drafts[callKey] ?? emptyNote,
    schema: callProcedures['call.note'].input,
    toInput: (note) => ({ callKey, ...note }),
    send: calls()['call.note'],
    onChange: (note) => void calls()['call.keepNote']({ callKey, ...note }),
    onSaved: () => form.setValues(emptyNote),
  });
  const send = (): void => {
    if (!command.busy) void save();
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
          {...(autoFocus === true && { autoFocus: true })}
          autosize
          minRows={2}
          maxRows={8}
          // Text added while sending would be lost.
          readOnly={command.busy}
          {...form.getInputProps('note')}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
            event.preventDefault();
            send();
          }}
        />
        {dispositions.length > 0 && (
          <DispositionSelect form={form} options={dispositions} readOnly={command.busy} />
        )}
      </Group>
      <Group gap="sm">
        <Button size="compact-sm" loading={command.busy} onClick={send}>
          {t('calls.send')}
        </Button>
        <SentNote at={notes.sent[callKey] ?? notedAt} />
      </Group>
    </Stack>
  );
}

interface DispositionSelectProps {
  readonly form: Form<CallNote>;
  readonly options: readonly string[];
  readonly readOnly: boolean;
}

function DispositionSelect({ form, options, readOnly }: DispositionSelectProps) {
  const t = useText();
  const { disposition } = form.values;
  return (
    <Select
      label={t('calls.disposition')}
      w={220}
      searchable
      clearable
      readOnly={readOnly}
      clearButtonProps={{ 'aria-label': t('calls.noDisposition') }}
      nothingFoundMessage={t('rules.nothingFound')}
      data={options}
      {...form.getInputProps('disposition')}
      value={disposition === '' ? null : disposition}
      onChange={(value: string | null) => form.setFieldValue('disposition', value ?? '')}
    />
  );
}

function SentNote({ at }: { at: number | undefined }) {
  const t = useText();
  return (
    <Text size="sm" c="dimmed" role="status">
      {at === undefined ? (
        t('calls.sendHint')
      ) : (
        <>
          {t('calls.sent')} <Moment at={at} />
        </>
      )}
    </Text>
  );
}
