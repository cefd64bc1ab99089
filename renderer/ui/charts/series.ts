import type { ChartColor } from './chart-colors.ts';

/** One colour of a stacked bar. */
export interface Series {
  readonly key: string;
  readonly label: string;
  readonly color: ChartColor;
}
