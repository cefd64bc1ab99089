import type {
  Attempt,
  Delivery,
  NewDelivery,
  SettledDelivery,
  WaitingDelivery,
} from '../../../shared/model/delivery.ts';
import type { Judgement } from './judge-answer.ts';
import { nextDelay } from './retry-schedule.ts';

/** An accepted one waits for its first attempt, which is due at once. */
export const acceptedDelivery = ({
  request: _onDisk,
  ...accepted
}: NewDelivery): WaitingDelivery => ({
  ...accepted,
  number: 0,
  nextAt: accepted.acceptedAt,
  state: 'waiting',
  attempts: 0,
  roundStart: 0,
  lastMs: 0,
  problem: null,
});

/**
 * What an attempt makes of a delivery.
 *
 * @param random from 0 to 1: spreads the next attempts of many
 */
export function afterAttempt(
  before: WaitingDelivery,
  { number, at, ms, problem }: Attempt,
  judgement: Judgement,
  random: number,
): Delivery {
  const now = at + ms;
  const tried = { ...before, attempts: number, lastMs: ms, problem };
  if (judgement.kind === 'delivered') return settled(tried, 'delivered', now);
  if (judgement.kind !== 'again') return settled(tried, 'dead', now);
  const delay = nextDelay(number - before.roundStart, random, judgement.retryAfter);
  return delay === undefined ? settled(tried, 'dead', now) : { ...tried, nextAt: now + delay };
}

/** It waits no more. */
export const settled = (
  { nextAt: _over, ...known }: WaitingDelivery,
  state: SettledDelivery['state'],
  settledAt: number,
): SettledDelivery => ({ ...known, state, settledAt });
