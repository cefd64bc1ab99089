import type { SkipReason } from '../../shared/model/skip-reason.ts';
import type { Texts } from '../i18n/en.ts';

/** Why a rule does not fire, as a sentence that says what was compared. */
export function reasonText(reason: SkipReason, texts: Texts): string {
  const { reasons } = texts;
  switch (reason.code) {
    case 'other-stage':
      return reasons.otherStage(texts.stage[reason.waitsFor]);
    case 'other-queue':
      return reasons.otherQueue(reason.queue ?? reasons.none);
    case 'other-direction':
      return reasons.otherDirection(reason.direction ?? reasons.none);
    case 'other-number':
      return reasons.otherNumber(reason.number ?? reasons.none);
    case 'other-campaign':
      return reasons.otherCampaign(reason.campaign ?? reasons.none);
    case 'other-outbound-type':
      return reasons.otherOutboundType(reason.outboundType ?? reasons.none);
    case 'stale':
      return reasons.stale(reason.ageSeconds);
    case 'over':
      return reasons.over(reason.ageSeconds);
    case 'switched-off':
      return reasons.switchedOff;
    case 'no-agent-set':
      return reasons.noAgentSet;
    case 'other-agent':
      return reasons.otherAgent;
    case 'internal-call':
      return reasons.internalCall;
    case 'condition':
      return reasons.condition;
    case 'duplicate':
      return reasons.duplicate;
  }
}
