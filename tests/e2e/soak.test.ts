import { expect, it } from 'vitest';
import { electronPath } from '../support/ringcue.ts';
import { eventsPerPopup, runSoak } from '../support/soak/run-soak.ts';

it('has no more processes, windows and listeners after thirty popups than before', async () => {
  const popups = 30;
  const { events, start, end, isAtRest } = await runSoak({
    executable: electronPath(),
    popups,
    warmUp: 10,
  });
  expect(events).toBe(popups * eventsPerPopup);
  expect(start.listeners).toBeGreaterThan(0);
  // Memory takes longer to settle: `npm run soak` holds it to a tenth.
  expect(isAtRest).toBe(true);
  expect(end.windows).toBe(start.windows);
  expect(end.listeners).toBeLessThanOrEqual(start.listeners);
  // One of Chromium's comes and goes; a popup that leaves its own behind makes thirty.
  expect(end.processes).toBeLessThanOrEqual(start.processes + 1);
}, 180_000);
