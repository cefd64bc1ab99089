import { Button, Code, Drawer, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { ShownLogEntry } from '../../../shared/contract/views.ts';
import type { EventTrace } from '../../../shared/model/log-entry.ts';
import { calls } from '../../api/bridge.ts';
import { useCommand } from '../../api/use-command.ts';
import { Moment } from '../../ui/moment.tsx';
import { ProblemList } from '../../ui/problem-list.tsx';
import { TraceView } from '../../ui/trace-view.tsx';
import { logSentence } from './log-sentence.ts';
import { useText } from '../../i18n/use-text.ts';
import { useAnswer } from '../../api/use-answer.ts';

/** Everything about one entry, and what else belongs to its call. */
export function LogDrawer({ entry, onClose }: { entry: ShownLogEntry; onClose: () => void }) {
  const t = useText();
  const command = useCommand();
  const [replayed, setReplayed] = useState<EventTrace | undefined>();
  const others = useCall(entry);
  const replay = (): void =>
    void command.run(async () => {
      const reply = await calls()['log.replay']({ id: entry.id });
      if (reply.ok) setReplayed(reply.value.trace);
      return reply;
    });
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="min(820px, 100%)"
      title={t(`log.kinds.${entry.kind}`)}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Stack>
        {entry.kind === 'event' ? <TraceView trace={entry.trace} /> : <Details entry={entry} />}
        {entry.kind === 'event' && entry.event !== undefined && (
          <Group>
            <Button variant="light" loading={command.busy} onClick={replay}>
              {t('log.replay')}
            </Button>
            <Text size="sm" c="dimmed">
              {t('log.replayHint')}
            </Text>
          </Group>
        )}
        <ProblemList problems={command.problems} />
        {replayed !== undefined && <TraceView trace={replayed} />}
        {others.length > 0 && (
          <Stack gap={4}>
            <Text fw={600}>{t('log.sameCall')}</Text>
            {others.map((other) => (
              <Text key={other.id} size="sm">
                <Moment at={other.at} seconds /> · {t(`log.kinds.${other.kind}`)} ·{' '}
                {logSentence(other, t)}
              </Text>
            ))}
          </Stack>
        )}
      </Stack>
    </Drawer>
  );
}

/** What else is known of the call of an entry. */
function useCall({ id, callKey }: ShownLogEntry): readonly ShownLogEntry[] {
  const answer = useAnswer(['log of call', callKey], () =>
    callKey === ''
      ? Promise.resolve({ ok: true as const, value: { entries: [] } })
      : calls()['log.search']({ text: '', callKey, limit: 50 }),
  );
  const entries = answer?.ok === true ? answer.value.entries : [];
  return entries.filter((entry) => entry.id !== id);
}

function Details({ entry }: { entry: Exclude<ShownLogEntry, { kind: 'event' }> }) {
  const t = useText();
  return (
    <>
      <Text fw={600}>{logSentence(entry, t)}</Text>
      <Text size="sm" c="dimmed">
        <Moment at={entry.at} seconds />
      </Text>
      {entry.kind === 'config' ? (
        <SimpleGrid cols={2}>
          <Version title={t('log.before')} text={entry.facts.before} />
          <Version title={t('log.after')} text={entry.facts.after} />
        </SimpleGrid>
      ) : (
        entry.kind !== 'unread' && <Code block>{JSON.stringify(entry.facts, null, 2)}</Code>
      )}
    </>
  );
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
