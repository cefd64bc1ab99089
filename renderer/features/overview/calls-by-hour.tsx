import type { CallBar } from '../../../shared/model/overview.ts';
import { useText } from '../../i18n/use-text.ts';
import { Bars } from '../../ui/charts/bars.tsx';
import { barNames, type ChartBars } from '../../ui/charts/chart-bars.ts';

interface CallsByHourProps {
  readonly bars: ChartBars;
  readonly calls: readonly CallBar[];
  readonly height: number;
}

export function CallsByHour({ bars, calls, height }: CallsByHourProps) {
  const t = useText();
  return (
    <Bars
      title={t('overview.calls')}
      barTitle={t('charts.units.hour')}
      height={height}
      series={[
        { key: 'answered', label: t('overview.figures.answered'), color: 'good' },
        { key: 'missed', label: t('overview.figures.missed'), color: 'bad' },
      ]}
      bars={barNames(bars, t.locale).map((name, at) => ({ ...name, values: { ...calls[at] } }))}
    />
  );
}
