import { Code, Group, Text, Timeline } from '@mantine/core';
import { IconAlertTriangle, IconBolt, IconEye } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { callerLine } from '../../shared/calls/caller-text.ts';
import type { ActionTrace, EventTrace, RuleTrace } from '../../shared/model/log-entry.ts';
import { useDesk } from '../api/desk-context.tsx';
import { useText } from '../i18n/use-text.ts';
import { choiceText } from './choice-text.ts';
import { EditRuleButton } from './edit-rule-button.tsx';
import { RulesIcon, WebhooksIcon } from './icons/page-icons.tsx';
import { Moment } from './moment.tsx';

/** What happened, in its order: the event, the rules that matched, what they asked for, what came on screen. */
export function TraceTimeline({ trace }: { trace: EventTrace }) {
  const fired = trace.rules.filter(({ reason }) => reason === undefined);
  return (
    <Timeline active={99} bulletSize={24} lineWidth={2}>
      {[
        <Timeline.Item key="event" bullet={<IconBolt size={14} aria-hidden />}>
          <EventStep trace={trace} />
        </Timeline.Item>,
        ...fired.flatMap((rule) => ruleItems(rule, trace)),
      ]}
    </Timeline>
  );
}

/** As a list: a timeline takes its items themselves. */
const ruleItems = (rule: RuleTrace, { matchedMs }: EventTrace): ReactNode[] => [
  <Timeline.Item key={rule.id} bullet={<RulesIcon size={15} />}>
    <RuleStep rule={rule} matchedMs={matchedMs} />
  </Timeline.Item>,
  ...rule.actions.flatMap((action, index) => actionItems(action, `${rule.id} ${index}`)),
];

function actionItems(action: ActionTrace, key: string): ReactNode[] {
  const { outcome, paintedMs, notShown } = action;
  const isWrong = outcome === 'failed' || notShown === true;
  const done = (
    <Timeline.Item key={key} bullet={<WebhooksIcon size={15} />}>
      <RequestStep action={action} />
    </Timeline.Item>
  );
  if (paintedMs === undefined && !isWrong) return [done];
  return [
    done,
    <Timeline.Item
      key={`${key} shown`}
      color={isWrong ? 'red' : 'teal'}
      bullet={
        isWrong ? <IconAlertTriangle size={14} aria-hidden /> : <IconEye size={14} aria-hidden />
      }
    >
      <ScreenStep action={action} />
    </Timeline.Item>,
  ];
}

function EventStep({ trace }: { trace: EventTrace }) {
  const t = useText();
  // By its name, while there is such a source.
  const source =
    useDesk((desk) => desk.sources.find(({ id }) => id === trace.source)?.name) ?? trace.source;
  const about = [callerLine(trace, t, ''), trace.queue, source].filter((part) => part !== '');
  return (
    <>
      <Text size="sm" fw={600}>
        {t(`stage.${trace.stage}`)}
      </Text>
      <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        <Moment at={trace.receivedAt} seconds /> · {about.join(' · ')}
      </Text>
      {trace.lateSeconds > 0 && (
        <Text size="sm" c="dimmed">
          {t('desk.late', { seconds: trace.lateSeconds })}
        </Text>
      )}
    </>
  );
}

function RuleStep({ rule: { id, name }, matchedMs }: { rule: RuleTrace; matchedMs: number }) {
  const t = useText();
  return (
    <Group justify="space-between" wrap="nowrap" align="flex-start">
      <div>
        <Text size="sm" fw={600}>
          {t('trace.rule', { rule: name })}
        </Text>
        <Text size="sm" c="dimmed">
          {t('trace.matchedAt', { ms: matchedMs })}
        </Text>
      </div>
      <EditRuleButton id={id} name={name} />
    </Group>
  );
}

function RequestStep({ action }: { action: ActionTrace }) {
  const { kind, name, url, requestedMs, choices = [] } = action;
  const t = useText();
  return (
    <>
      <Text size="sm" fw={600}>
        {t(`trace.actions.${kind}`, { name })}
      </Text>
      {choices.map((choice, at) => (
        <Text key={at} size="sm" style={{ overflowWrap: 'anywhere' }}>
          {choiceText(choice, t)}
        </Text>
      ))}
      {requestedMs !== undefined && (
        <Text size="sm" c="dimmed">
          {t('trace.requested', { ms: requestedMs })}
        </Text>
      )}
      {url !== undefined && (
        <Code block mt={4} style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {url}
        </Code>
      )}
    </>
  );
}

function ScreenStep({ action: { problem, paintedMs, notShown } }: { action: ActionTrace }) {
  const t = useText();
  return (
    <>
      {paintedMs !== undefined && (
        <Text size="sm" fw={600}>
          {t('trace.onScreen', { ms: paintedMs })}
        </Text>
      )}
      {problem !== undefined && <Text size="sm">{t(problem)}</Text>}
      {notShown === true && <Text size="sm">{t('trace.problemPage')}</Text>}
    </>
  );
}
