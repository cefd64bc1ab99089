import { Alert, Stack } from '@mantine/core';
import type { EventTrace } from '../../shared/model/log-entry.ts';
import { useText } from '../i18n/use-text.ts';
import { Folded } from './folded.tsx';
import { InSteps } from './in-steps.tsx';
import { traceConclusion } from './trace-conclusion.ts';
import { tellingTrace, verdictOf } from './telling-trace.ts';
import { TraceView } from './trace-view.tsx';

const colors = { opened: 'teal', failed: 'red', nothing: 'gray' } as const;

/** One answer for the whole call, the event that it comes from, and the others for those who want to know all. */
export function CallVerdict({ traces }: { traces: readonly EventTrace[] }) {
  const t = useText();
  const telling = tellingTrace(traces);
  if (telling === undefined) return null;
  const others = traces.filter((trace) => trace !== telling);
  return (
    <Stack gap="md">
      <Alert color={colors[verdictOf(telling)]} data-testid="verdict" p="sm">
        {traceConclusion(telling, t)}
      </Alert>
      <TraceView trace={telling} isConcluded />
      {others.length > 0 && (
        <Folded label={t('trace.otherEvents', { count: others.length })}>
          {() => (
            <InSteps items={others}>
              {(trace) => <TraceView key={`${trace.eventId} ${trace.receivedAt}`} trace={trace} />}
            </InSteps>
          )}
        </Folded>
      )}
    </Stack>
  );
}
