import { Box, VisuallyHidden } from '@mantine/core';
import { lazy, Suspense } from 'react';
import type { Series } from './series.ts';

const BarDrawing = lazy(() =>
  import('./bar-drawing.tsx').then((module) => ({ default: module.BarDrawing })),
);

/** A bar: its name below the chart and in the table, and a number for each series. */
export interface Bar {
  readonly short: string;
  readonly whole: string;
  readonly values: Readonly<Record<string, number>>;
}

interface BarsProps {
  readonly title: string;
  /** What the bars are: the first column of the table. */
  readonly barTitle: string;
  readonly bars: readonly Bar[];
  readonly series: readonly Series[];
  readonly height?: number;
}

/** A chart of stacked bars, and the same numbers as a table for screen readers. */
export function Bars({ title, barTitle, bars, series, height = 200 }: BarsProps) {
  return (
    <Box component="figure" m={0} aria-label={title} data-testid="chart">
      <Box aria-hidden mih={height}>
        <Suspense>
          <BarDrawing
            height={height}
            bars={bars.map(({ short, values }) => ({ ...values, name: short }))}
            series={series}
          />
        </Suspense>
      </Box>
      <VisuallyHidden component="div">
        <BarTable title={title} barTitle={barTitle} bars={bars} series={series} />
      </VisuallyHidden>
    </Box>
  );
}

function BarTable({ title, barTitle, bars, series }: Omit<BarsProps, 'height'>) {
  return (
    <table>
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">{barTitle}</th>
          {series.map(({ key, label }) => (
            <th key={key} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {bars.map(({ whole, values }) => (
          <tr key={whole}>
            <th scope="row">{whole}</th>
            {series.map(({ key }) => (
              <td key={key}>{values[key] ?? 0}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
