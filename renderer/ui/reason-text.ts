import type { SkipReason } from '../../shared/model/skip-reason.ts';
import type { Translate } from '../../shared/text/translate.ts';

/** Why a rule does not fire, as a sentence that says what was compared. */
export function reasonText(reason: SkipReason, t: Translate): string {
  switch (reason.code) {
    case 'other-stage':
      return t('reasons.otherStage', { stage: t(`stage.${reason.waitsFor}`) });
    case 'other-queue':
      return t('reasons.otherQueue', { queue: reason.queue ?? t('reasons.none') });
    case 'other-direction':
      return t('reasons.otherDirection', { direction: reason.direction ?? t('reasons.none') });
    case 'other-number':
      return t('reasons.otherNumber', { number: reason.number ?? t('reasons.none') });
    case 'other-campaign':
      return t('reasons.otherCampaign', { campaign: reason.campaign ?? t('reasons.none') });
    case 'other-outbound-type':
      return t('reasons.otherOutboundType', { type: reason.outboundType ?? t('reasons.none') });
    case 'stale':
      return t('reasons.stale', { seconds: reason.ageSeconds });
    case 'over':
      return t('reasons.over', { seconds: reason.ageSeconds });
    case 'switched-off':
      return t('reasons.switchedOff');
    case 'no-agent-set':
      return t('reasons.noAgentSet');
    case 'other-agent':
      return t('reasons.otherAgent');
    case 'internal-call':
      return t('reasons.internalCall');
    case 'condition':
      return t('reasons.condition');
    case 'duplicate':
      return t('reasons.duplicate');
  }
}
