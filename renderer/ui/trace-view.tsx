import { Alert, Badge, Code, Group, Stack, Text } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import { callerLine } from '../../shared/calls/caller-text.ts';
import type { ActionTrace, EventTrace, RuleTrace } from '../../shared/model/log-entry.ts';
import { useDesk } from '../api/desk-context.tsx';
import { InSteps } from './in-steps.tsx';
import { Moment } from './moment.tsx';
import { reasonText } from './reason-text.ts';
import { tellingFirst } from './telling-first.ts';
import { traceConclusion } from './trace-conclusion.ts';
import { useText } from '../i18n/use-text.ts';

/** One event: the answer first, then every rule that was looked at. */
export function TraceView({ trace }: { trace: EventTrace }) {
  const t = useText();
  // By its name, while there is such a source.
  const source =
    useDesk((desk) => desk.sources.find(({ id }) => id === trace.source)?.name) ?? trace.source;
  return (
    <Stack gap="xs" data-testid="trace">
      <Group gap="xs">
        <Badge variant="light" tt="none">
          {t(`stage.${trace.stage}`)}
        </Badge>
        {trace.isTest && (
          <Badge variant="light" color="grape" tt="none">
            {t('trace.test')}
          </Badge>
        )}
        <Text size="sm" c="dimmed">
          <Moment at={trace.receivedAt} seconds /> ·{' '}
          {[callerLine(trace, t, ''), trace.queue, source]
            .filter((part) => part !== '')
            .join(' · ')}
        </Text>
      </Group>
      <Text fw={600} data-testid="conclusion">
        {traceConclusion(trace, t)}
      </Text>
      <InSteps items={tellingFirst(trace.rules)}>
        {(rule) => <RuleLine key={rule.id} rule={rule} />}
      </InSteps>
      {trace.others !== undefined && (
        <Text size="sm" c="dimmed">
          {t('trace.others', { count: trace.others })}
        </Text>
      )}
      <Text size="xs" c="dimmed">
        {t('trace.timings', { late: trace.lateSeconds, matched: trace.matchedMs })}
      </Text>
    </Stack>
  );
}

function RuleLine({ rule }: { rule: RuleTrace }) {
  const t = useText();
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
        {rule.reason === undefined ? t('trace.fired') : reasonText(rule.reason, t)}
      </Text>
      {rule.actions.map((action, index) => (
        <ActionLine key={index} action={action} />
      ))}
    </Alert>
  );
}

function ActionLine({ action }: { action: ActionTrace }) {
  const t = useText();
  const { kind, name, problem, url, requestedMs, paintedMs, notShown } = action;
  const times = [
    requestedMs === undefined ? '' : t('trace.requested', { ms: requestedMs }),
    paintedMs === undefined ? '' : t('trace.onScreen', { ms: paintedMs }),
    notShown === true ? t('trace.problemPage') : '',
  ].filter((part) => part !== '');
  return (
    <Stack gap={2} mt={4}>
      <Text size="sm" fw={500}>
        {t(`trace.actions.${kind}`, { name })}
      </Text>
      {problem !== undefined && (
        <Text size="sm" c="red">
          {t(problem)}
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
