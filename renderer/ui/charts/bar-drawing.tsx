import { BarChart } from '@mantine/charts';
import '@mantine/charts/styles.css';
import { chartColor } from './chart-colors.ts';
import type { Series } from './series.ts';

interface BarDrawingProps {
  readonly bars: readonly Readonly<Record<string, string | number>>[];
  readonly series: readonly Series[];
  readonly height: number;
}

/** The drawing itself, in a separate file: the chart library loads when a chart is first shown. */
export function BarDrawing({ bars, series, height }: BarDrawingProps) {
  return (
    <BarChart
      h={height}
      data={bars.map((bar) => ({ ...bar }))}
      dataKey="name"
      type="stacked"
      withLegend
      series={series.map(({ key, label, color }) => ({
        name: key,
        label,
        color: chartColor(color),
      }))}
      yAxisProps={{ allowDecimals: false, width: 44 }}
      // As many names as there is room for, and the same number of bars between them.
      xAxisProps={{ interval: 'equidistantPreserveStart', minTickGap: 12 }}
      barProps={{ isAnimationActive: false }}
      // The table beside it is what a screen reader reads and a keyboard reaches.
      barChartProps={{ accessibilityLayer: false }}
    />
  );
}
