import type { CallEvent } from '../../../shared/model/call-event.ts';
import { CallDesk, type CallDeskDeps } from './call-desk.ts';
import { Claims } from './claims.ts';
import { SeenEvents } from './seen-events.ts';

/** Runs an event through every stage on a separate desk: no rule acts, and nothing is logged or kept. */
export function rehearse(
  event: CallEvent,
  given: Pick<CallDeskDeps, 'clock' | 'config' | 'showNumber'>,
): void {
  const log = { info: nothing, warn: nothing, error: nothing };
  const nowhere = { newest: none, since: none, add: () => Promise.resolve() };
  const desk = new CallDesk({
    ...given,
    log,
    claims: new Claims(nowhere),
    seen: new SeenEvents(nowhere, given.clock, log),
    act: () => Promise.resolve(),
  });
  void desk.handle(event);
  desk.views();
  desk.dispose();
}

const nothing = (): void => undefined;
const none = (): Promise<[]> => Promise.resolve([]);
