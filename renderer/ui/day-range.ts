/**
 * Whole days by this computer's clock, as a search takes them.
 *
 * @param from `2026-03-14`; empty: from the beginning
 * @param to the last day; empty: until now
 */
export function dayRange(from: string, to: string): { from?: number; to?: number } {
  const start = new Date(`${from}T00:00:00`).getTime();
  const end = new Date(`${to}T23:59:59.999`).getTime();
  return {
    ...(Number.isNaN(start) ? {} : { from: Math.max(0, start) }),
    ...(Number.isNaN(end) ? {} : { to: Math.max(0, end) }),
  };
}
