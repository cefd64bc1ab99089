import { withAgent } from '../../../../shared/calls/agent-fields.ts';
import { errorText, type Log } from '../../../platform/logging/log.ts';
import type { Firing } from '../../rules/index.ts';
import type { OfferClaims } from '../offer-claims.ts';
import type { TraceRecord } from './record.ts';
import type { Owned, Verdict } from './walk.ts';

export interface ActDeps {
  readonly log: Log;
  readonly claims: OfferClaims;
  /** Runs a rule's actions. Must start what is urgent before it first awaits. */
  readonly act: (firing: Firing) => Promise<void>;
}

/** Sixth stage: the rules that fire do so. Resolves when all that they do is done; errors do not reach the socket. */
export async function act(
  walk: Owned,
  verdicts: readonly Verdict[],
  record: TraceRecord,
  deps: ActDeps,
): Promise<void> {
  await Promise.all(
    verdicts.flatMap((verdict) =>
      verdict.reason === undefined ? [fire(walk, verdict, record, deps)] : [],
    ),
  );
}

async function fire(
  { occasion, event, callKey, call, owner }: Owned,
  { rule, claims: taken = [], popupOpened }: Verdict,
  record: TraceRecord,
  { log, claims, act: run }: ActDeps,
): Promise<void> {
  const facts = { rule: rule.id, event: event.id };
  if (occasion === 'live') log.info('rule fired', facts);
  try {
    await run({
      rule,
      event,
      call: owner.isMine && owner.agent !== undefined ? withAgent(call, owner.agent) : call,
      callKey,
      isTest: occasion === 'replay',
      popupOpened: popupOpened === true,
      newAction: () => record.newAction(rule.id),
    });
  } catch (error) {
    log.error('rule failed', { ...facts, problem: errorText(error) });
  }
  await Promise.all(taken.map((claim) => claims.persist(claim, facts)));
}
