import { legsOf, standOf } from '../../../../shared/calls/legs.ts';
import { momentClaim, occasionClaim, offerClaim } from '../../../../shared/matching/dedupe-key.ts';
import { reasonToSkip, type MatchInput } from '../../../../shared/matching/match-rule.ts';
import { momentAt } from '../../../../shared/matching/moment.ts';
import type { RuleIndex } from '../../../../shared/matching/rule-index.ts';
import { isOfferOver } from '../../../../shared/matching/offer-over.ts';
import type { RuleableEvent } from '../../../../shared/model/call-event.ts';
import { endStages } from '../../../../shared/model/stage.ts';
import type { Rule } from '../../../../shared/model/rule.ts';
import type { OfferClaims } from '../offer-claims.ts';
import type { Owned, Verdict } from './walk.ts';

/** Fifth stage: what the rules that an event concerns make of it. Who fires has claimed it. */
export function judge(
  walk: Owned,
  rules: RuleIndex,
  input: MatchInput,
  claims: OfferClaims,
): Verdict[] {
  const candidates = rules.candidates({ ...walk, isMine: walk.owner.isMine });
  if (candidates.length === 0) return [];
  const claim = walk.occasion === 'live' ? claimer(walk, claims, input.isOver === true) : undefined;
  return candidates.map((rule) => {
    const reason = reasonToSkip(rule, input);
    if (reason !== undefined || claim === undefined) return { rule, reason };
    return claim(rule) ?? { rule, reason: { code: 'duplicate' } };
  });
}

/** @param isOn the agent of the event is on the call with another phone */
export function matchInput(walk: Owned, isOn: boolean): MatchInput {
  const { occasion, event, call, events, endedEarlier, owner } = walk;
  const { agent, feedIsMine, country } = owner;
  const isLive = occasion === 'live';
  const isOver =
    isLive && (isOfferOver(event, events) || event.occurredAt <= (endedEarlier ?? -Infinity));
  const moment = momentAt(event.occurredAt);
  const isCallOver = !isLive || isOverAfter(event, events);
  return { event, call, moment, agent, feedIsMine, country, isOver, isOn, isCallOver };
}

/** Only ends are asked: a colleague's phone can stop while others ring on. */
function isOverAfter(event: RuleableEvent, events: readonly RuleableEvent[]): boolean {
  if (event.kind !== 'call.state' || !endStages.has(event.stage)) return false;
  const stand = standOf(legsOf(events), events);
  return stand === undefined || endStages.has(stand.stage);
}

/**
 * Claims for one rule after another; undefined where it already fired: for this offer, or where its stage can come
 * several times in one, at this occasion.
 */
function claimer(walk: Owned, claims: OfferClaims, isOver: boolean) {
  const { event, events, callKey, owner } = walk;
  // For other agents' events only when a rule fires: on a feed of all agents most events fire none.
  let offer =
    owner.isMine && event.stage === 'ringing' && !isOver
      ? claims.offerOf(event, callKey, owner.key)
      : undefined;
  return (rule: Rule): Verdict | undefined => {
    if ('moment' in rule.when) {
      const whose = rule.which.agent === 'any' ? '' : owner.key;
      const claim = claims.take(momentClaim(callKey, whose, rule));
      return claim && { rule, claims: [claim] };
    }
    offer ??= claims.offerOf(event, callKey, owner.key);
    const claimed = { callKey, offer, agentKey: owner.key, rule };
    const ofOffer = offerClaim(event, claimed);
    const ofOccasion = occasionClaim(event, events, claimed);
    if (ofOccasion === undefined) {
      const claim = claims.take(ofOffer);
      return claim && { rule, claims: [claim] };
    }
    const claim = claims.take(ofOccasion);
    if (claim === undefined) return undefined;
    const first = claims.take(ofOffer);
    return first === undefined
      ? { rule, claims: [claim], popupOpened: true }
      : { rule, claims: [claim, first] };
  };
}
