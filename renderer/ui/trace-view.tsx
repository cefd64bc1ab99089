import { Alert, Badge, Code, Group, Stack, Text } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import type { ActionTrace, EventTrace, RuleTrace } from '../../shared/model/journal.ts';
import { useSay, useTexts } from '../i18n/use-texts.ts';
import { Moment } from './moment.tsx';
import { reasonText } from './reason-text.ts';
import { traceConclusion } from './trace-conclusion.ts';

/** One event: the answer first, then every rule that was looked at. */
export function TraceView({ trace }: { trace: EventTrace }) {
  const texts = useTexts();
  const say = useSay();
  const form = texts.trace;
  return (
    <Stack gap="xs" data-testid="trace">
      <Group gap="xs">
        <Badge variant="light" tt="none">
          {texts.stage[trace.stage]}
        </Badge>
        {trace.isTest && (
          <Badge variant="light" color="grape" tt="none">
            {form.test}
          </Badge>
        )}
        <Text size="sm" c="dimmed">
          <Moment at={trace.receivedAt} seconds /> ·{' '}
          {[trace.caller, trace.queue, trace.source].filter((part) => part !== '').join(' · ')}
        </Text>
      </Group>
      <Text fw={600} data-testid="conclusion">
        {traceConclusion(trace, texts, say)}
      </Text>
      {trace.rules.map((rule) => (
        <RuleLine key={rule.id} rule={rule} />
      ))}
      <Text size="xs" c="dimmed">
        {form.timings(trace.lateSeconds, trace.matchedMs)}
      </Text>
    </Stack>
  );
}

function RuleLine({ rule }: { rule: RuleTrace }) {
  const texts = useTexts();
  const fired = rule.reason === undefined;
  return (
    <Alert
      p="xs"
      variant="light"
      color={fired ? 'teal' : 'gray'}
      icon={fired ? <IconCheck /> : <IconX />}
      title={rule.name}
    >
      <Text size="sm">
        {rule.reason === undefined ? texts.trace.fired : reasonText(rule.reason, texts)}
      </Text>
      {rule.actions.map((action, index) => (
        <ActionLine key={index} action={action} />
      ))}
    </Alert>
  );
}

function ActionLine({ action }: { action: ActionTrace }) {
  const texts = useTexts();
  const say = useSay();
  const form = texts.trace;
  const { kind, name, problem, url, requestedMs, paintedMs, notShown } = action;
  const times = [
    requestedMs === undefined ? '' : form.requested(requestedMs),
    paintedMs === undefined ? '' : form.onScreen(paintedMs),
    notShown === true ? form.problemPage : '',
  ].filter((part) => part !== '');
  return (
    <Stack gap={2} mt={4}>
      <Text size="sm" fw={500}>
        {form.actions[kind](name)}
      </Text>
      {problem !== undefined && (
        <Text size="sm" c="red">
          {say(problem)}
        </Text>
      )}
      {times.length > 0 && <Text size="sm">{times.join(' · ')}</Text>}
      {url !== undefined && (
        <Code block style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {url}
        </Code>
      )}
    </Stack>
  );
}
