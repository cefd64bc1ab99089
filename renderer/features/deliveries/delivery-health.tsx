import { Group, Paper, Stack, Title } from '@mantine/core';
import { useMemo } from 'react';
import type {
  DeliveryBar,
  DeliveryHealth as Health,
} from '../../../shared/model/delivery-health.ts';
import { calls } from '../../api/bridge.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useText } from '../../i18n/use-text.ts';
import { Bars } from '../../ui/charts/bars.tsx';
import { barNames, chartBars, lastDay, type ChartBars } from '../../ui/charts/chart-bars.ts';
import { dayRange } from '../../ui/day-range.ts';
import { useNow } from '../../ui/use-now.ts';
import type { WantedDeliveries } from './delivery-filters.tsx';
import { FailureCauses } from './failure-causes.tsx';
import { HealthFigures } from './health-figures.tsx';

interface DeliveryHealthProps {
  readonly wanted: Pick<WantedDeliveries, 'webhook' | 'from' | 'to'>;
  /** Grows with each change of the outbox. */
  readonly version: number;
}

/** How deliveries fared in the chosen time, or the last 24 hours. */
export function DeliveryHealth({ wanted, version }: DeliveryHealthProps) {
  const t = useText();
  const bars = useBars(wanted.from, wanted.to);
  const health = useHealth(bars, wanted.webhook, version);
  if (bars === undefined || health === undefined) return null;
  const range = { from: bars.edges[0] ?? 0, to: (bars.edges.at(-1) ?? 0) - 1 };
  return (
    <Paper withBorder p="md" data-testid="delivery-health">
      <Stack gap="sm">
        <Group justify="space-between">
          <Title order={2} size="h5">
            {wanted.from + wanted.to === ''
              ? t('charts.lastDay')
              : new Intl.DateTimeFormat(t.locale, { dateStyle: 'medium' }).formatRange(
                  range.from,
                  range.to,
                )}
          </Title>
          <HealthFigures health={health} />
        </Group>
        <HealthBars bars={bars} counted={health.bars} />
        <FailureCauses causes={health.causes} which={{ webhook: wanted.webhook, ...range }} />
      </Stack>
    </Paper>
  );
}

function HealthBars({ bars, counted }: { bars: ChartBars; counted: readonly DeliveryBar[] }) {
  const t = useText();
  return (
    <Bars
      title={t(`deliveries.health.by.${bars.unit}`)}
      barTitle={t(`charts.units.${bars.unit}`)}
      series={[
        { key: 'delivered', label: t('deliveries.states.delivered'), color: 'good' },
        { key: 'retrying', label: t('deliveries.health.retrying'), color: 'open' },
        { key: 'failed', label: t('deliveries.states.dead'), color: 'bad' },
      ]}
      bars={barNames(bars, t.locale).map((name, at) => ({ ...name, values: { ...counted[at] } }))}
    />
  );
}

/** Without days: the last 24 hours, of which another one begins while the page is open. */
function useBars(from: string, to: string): ChartBars | undefined {
  const hour = Math.floor(useNow(true, 30_000) / 3_600_000);
  return useMemo(() => {
    const now = hour * 3_600_000;
    if (from + to === '') return lastDay(now);
    const range = dayRange(from === '' ? to : from, to);
    return chartBars(range.from ?? 0, range.to ?? lastDay(now).edges.at(-1) ?? 0);
  }, [hour, from, to]);
}

function useHealth(
  bars: ChartBars | undefined,
  webhook: string | undefined,
  version: number,
): Health | undefined {
  // Refused where the days are the wrong way round: nothing is between them.
  const search = { edges: [...(bars?.edges ?? [])], ...(webhook !== undefined && { webhook }) };
  const answer = useAnswer(
    ['deliveries.health', search],
    () => calls()['deliveries.health'](search),
    { version, keepsLast: true },
  );
  return answer?.ok === true ? answer.value : undefined;
}
