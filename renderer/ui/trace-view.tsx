import { Alert, Badge, Group, Stack, Text } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { EventTrace, RuleTrace } from '../../shared/model/log-entry.ts';
import { useText } from '../i18n/use-text.ts';
import { EditRuleButton } from './edit-rule-button.tsx';
import { Folded } from './folded.tsx';
import { InSteps } from './in-steps.tsx';
import { reasonText } from './reason-text.ts';
import { tellingFirst } from './telling-first.ts';
import { traceConclusion } from './trace-conclusion.ts';
import { TraceTimeline } from './trace-timeline.tsx';

interface TraceViewProps {
  readonly trace: EventTrace;
  /** The answer stands above already. */
  readonly isConcluded?: boolean;
}

/** One event: the answer first, what happened in its order, then the rules that did not match. */
export function TraceView({ trace, isConcluded = false }: TraceViewProps) {
  const t = useText();
  const missed = tellingFirst(trace.rules.filter(({ reason }) => reason !== undefined));
  return (
    <Stack gap="xs" data-testid="trace">
      {trace.isTest && (
        <Group>
          <Badge variant="light" color="grape" tt="none">
            {t('trace.test')}
          </Badge>
        </Group>
      )}
      {!isConcluded && (
        <Text fw={600} data-testid="conclusion">
          {traceConclusion(trace, t)}
        </Text>
      )}
      <TraceTimeline trace={trace} />
      {missed.length > 0 && (
        <Folded
          label={t('trace.notMatched', { count: missed.length })}
          // Where none matched, this is what a person looks for.
          isOpen={missed.length === trace.rules.length}
        >
          {() => (
            <InSteps items={missed}>{(rule) => <MissedRule key={rule.id} rule={rule} />}</InSteps>
          )}
        </Folded>
      )}
      {trace.others !== undefined && (
        <Text size="sm" c="dimmed">
          {t('trace.others', { count: trace.others })}
        </Text>
      )}
    </Stack>
  );
}

function MissedRule({ rule: { id, name, reason } }: { rule: RuleTrace }) {
  const t = useText();
  return (
    <Alert p="xs" variant="light" color="gray" icon={<IconX aria-hidden />} title={name}>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {reason && reasonText(reason, t)}
        </Text>
        <EditRuleButton id={id} name={name} />
      </Group>
    </Alert>
  );
}
