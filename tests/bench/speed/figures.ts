/** The value below which a share of the figures lie, to a tenth; NaN where there are none. */
export function quantile(figures: readonly number[], share: number): number {
  const sorted = [...figures].sort((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
  return Math.round(value * 10) / 10;
}

export const median = (figures: readonly number[]): number => quantile(figures, 0.5);

/** To a hundredth. */
export const ratio = (value: number, reference: number): number =>
  Math.round((value / reference) * 100) / 100;

/** Milliseconds on the clock that the screen's watcher uses too (CLOCK_MONOTONIC). */
export const monotonicMs = (): number => Number(process.hrtime.bigint()) / 1e6;
