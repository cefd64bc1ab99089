import { Button, Code, Drawer, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { LogEntry } from '../../../shared/contract/views.ts';
import type { EventTrace } from '../../../shared/model/journal.ts';
import { calls } from '../../api/bridge.ts';
import { useCommand } from '../../api/use-command.ts';
import { useSay, useTexts } from '../../i18n/use-texts.ts';
import { Moment } from '../../ui/moment.tsx';
import { ProblemList } from '../../ui/problem-list.tsx';
import { TraceView } from '../../ui/trace-view.tsx';
import { logSentence } from './log-sentence.ts';

/** Everything about one entry, and what else belongs to its call. */
export function LogDrawer({ entry, onClose }: { entry: LogEntry; onClose: () => void }) {
  const texts = useTexts();
  const say = useSay();
  const form = texts.log;
  const command = useCommand();
  const [replayed, setReplayed] = useState<EventTrace | undefined>();
  const others = useCall(entry);
  const replay = (): void =>
    void command.run(async () => {
      const reply = await calls()['journal.replay']({ id: entry.id });
      if (reply.ok) setReplayed(reply.value.trace);
      return reply;
    });
  const { before, after, ...facts } = entry.facts ?? {};
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="min(820px, 100%)"
      title={form.kinds[entry.kind]}
      closeButtonProps={{ 'aria-label': texts.common.close }}
    >
      <Stack>
        {entry.trace === undefined ? (
          <>
            <Text fw={600}>{logSentence(entry, texts, say)}</Text>
            <Text size="sm" c="dimmed">
              <Moment at={entry.at} seconds />
            </Text>
            {entry.kind === 'config' ? (
              <SimpleGrid cols={2}>
                <Version title={form.before} text={String(before ?? '')} />
                <Version title={form.after} text={String(after ?? '')} />
              </SimpleGrid>
            ) : (
              <Code block>{JSON.stringify(facts, null, 2)}</Code>
            )}
          </>
        ) : (
          <TraceView trace={entry.trace} />
        )}
        {entry.event !== undefined && (
          <Group>
            <Button variant="light" loading={command.busy} onClick={replay}>
              {form.replay}
            </Button>
            <Text size="sm" c="dimmed">
              {form.replayHint}
            </Text>
          </Group>
        )}
        <ProblemList problems={command.problems} />
        {replayed !== undefined && <TraceView trace={replayed} />}
        {others.length > 0 && (
          <Stack gap={4}>
            <Text fw={600}>{form.sameCall}</Text>
            {others.map((other) => (
              <Text key={other.id} size="sm">
                <Moment at={other.at} seconds /> · {form.kinds[other.kind]} ·{' '}
                {logSentence(other, texts, say)}
              </Text>
            ))}
          </Stack>
        )}
      </Stack>
    </Drawer>
  );
}

/** What else is known of the call of an entry. */
function useCall({ id, callKey }: LogEntry): readonly LogEntry[] {
  const [entries, setEntries] = useState<readonly LogEntry[]>([]);
  useEffect(() => {
    if (callKey === '') return undefined;
    let current = true;
    void calls()
      ['journal.search']({ text: '', callKey, limit: 50 })
      .then((reply) => {
        if (current && reply.ok) setEntries(reply.value.entries);
      });
    return () => {
      current = false;
    };
  }, [callKey]);
  return entries.filter((entry) => entry.id !== id);
}

function Version({ title, text }: { title: string; text: string }) {
  return (
    <Stack gap={4}>
      <Text size="sm" c="dimmed">
        {title}
      </Text>
      <Code block style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {text === '' ? '–' : text}
      </Code>
    </Stack>
  );
}
