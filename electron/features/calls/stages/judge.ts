import { dedupeKey } from '../../../../shared/matching/dedupe-key.ts';
import {
  lateFrom,
  lateSeconds,
  reasonToSkip,
  type MatchInput,
} from '../../../../shared/matching/match-rule.ts';
import { isOfferOver } from '../../../../shared/matching/offer-over.ts';
import type { Rule } from '../../../../shared/model/rule.ts';
import type { OfferClaims } from '../offer-claims.ts';
import type { Owned, Verdict } from './walk.ts';

/** Fifth stage: what every rule makes of an event. Who fires has claimed it. */
export function judge(walk: Owned, rules: readonly Rule[], claims: OfferClaims): Verdict[] {
  const input = matchInput(walk);
  const claim = walk.occasion === 'live' ? claimer(walk, claims) : undefined;
  return rules.map((rule) => {
    const reason = reasonToSkip(rule, input);
    if (reason !== undefined || claim === undefined) return { rule, reason };
    const claimed = claim(rule);
    return claimed === undefined
      ? { rule, reason: { code: 'duplicate' } }
      : { rule, claim: claimed };
  });
}

function matchInput({ occasion, event, call, events, owner }: Owned): MatchInput {
  const { agent, feedIsMine } = owner;
  const isOver =
    occasion === 'live' && lateSeconds(event) >= lateFrom && isOfferOver(event, events);
  return { event, call, agent, feedIsMine, isOver };
}

/** Claims for one rule after another; undefined where it already fired for this offer. */
function claimer({ event, owner }: Owned, claims: OfferClaims) {
  // For other agents' events only when a rule fires: on a feed of all agents most events fire none.
  let offer =
    owner.isMine && event.stage === 'ringing' ? claims.offerOf(event, owner.key) : undefined;
  return (rule: Rule) => {
    offer ??= claims.offerOf(event, owner.key);
    return claims.take(dedupeKey(event, offer, owner.key, rule.id));
  };
}
