import { systemClock, type Clock } from '../../platform/clock.ts';

/**
 * The clock of the outbox. A schedule of three days cannot be waited for in a test of the whole app, so an
 * app that is not packaged may let this clock run faster: RINGCUE_TEST_CLOCK_SPEED=100.
 */
export function webhookClock(
  environment: Readonly<Record<string, string | undefined>>,
  isPackaged: boolean,
): Clock {
  const speed = Number(environment['RINGCUE_TEST_CLOCK_SPEED'] ?? '1');
  if (isPackaged || !(speed > 1)) return systemClock;
  const start = Date.now();
  return {
    now: () => start + (Date.now() - start) * speed,
    after: (ms, run) => systemClock.after(ms / speed, run),
  };
}
