import { z } from 'zod';
import { barEdgesSchema } from './delivery-health.ts';
import type { SourcePhase } from '../contract/source-views.ts';

/** Times in milliseconds since 1970. */
export const overviewSearchSchema = z.strictObject({
  /** Borders of the hours that are counted. */
  edges: barEdgesSchema.max(49),
  /** When today began where the page is. */
  today: z.int().min(0),
});
export type OverviewSearch = z.infer<typeof overviewSearchSchema>;

/** Upper borders of the histogram of popup times, in milliseconds; its last bar is above them all. */
export const popupTimeBorders = [100, 200, 300, 500, 1_000, 2_000, 5_000] as const;

/** Calls that began within an hour, of all agents of this computer. */
export interface CallBar {
  readonly answered: number;
  readonly missed: number;
}

/** From an event's arrival until its page was on screen, in milliseconds. */
export interface PopupTimes {
  /** One more than there are borders. */
  readonly bars: readonly number[];
  readonly count: number;
  readonly p50: number | null;
  readonly p95: number | null;
}

export interface TodayFigures extends CallBar {
  readonly opened: number;
  readonly notOpened: number;
  readonly failedDeliveries: number;
}

/** A source's connection became another one. */
export interface PhaseChange {
  readonly source: string;
  readonly phase: SourcePhase;
  readonly at: number;
}

/** How a source was connected. Times within the hours that are counted. */
export interface SourceUptime {
  readonly source: string;
  /** Its present phase; undefined before its first. */
  readonly phase: SourcePhase | undefined;
  readonly spans: readonly {
    readonly state: UptimeState;
    readonly from: number;
    readonly to: number;
  }[];
  readonly connectedMs: number;
  /** While Ringcue ran and wanted to be connected. */
  readonly wantedMs: number;
  /** How often the connection was lost. */
  readonly interruptions: number;
}

/** off: the source was turned off, or Ringcue did not run. */
export type UptimeState = 'connected' | 'down' | 'off';

/** What the database knows for the overview. */
export interface OverviewFigures {
  readonly calls: readonly CallBar[];
  readonly today: TodayFigures;
  readonly popupTimes: PopupTimes;
  /** Oldest first, beginning with what each source was before the hours that are counted. */
  readonly phases: readonly PhaseChange[];
}

export interface Overview extends Omit<OverviewFigures, 'phases'> {
  readonly uptimes: readonly SourceUptime[];
}
