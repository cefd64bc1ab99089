import type { SkipReason } from '../../shared/model/skip-reason.ts';
import { outboundTypeName } from '../../shared/model/outbound-type.ts';
import { callDirectionOf } from './call-direction.ts';
import { weekdaySchema } from '../../shared/model/weekday.ts';
import { testText, weekdayName } from './condition/condition-text.ts';
import type { Translate } from '../../shared/text/translate.ts';

type ReasonOf<Code extends SkipReason['code']> = Extract<SkipReason, { code: Code }>;

/** Why a rule does not fire, as a sentence that says what was compared. */
export function reasonText(reason: SkipReason, t: Translate): string {
  switch (reason.code) {
    case 'other-stage':
      return t('reasons.otherStage', { stage: t(`stage.${reason.waitsFor}`) });
    case 'other-trigger':
      return t('reasons.otherTrigger', { trigger: reason.waitsFor });
    case 'other-moment':
      return t('reasons.otherMoment', { moment: t(`moment.${reason.waitsFor}`) });
    case 'other-queue':
      return reason.wanted === undefined
        ? t('reasons.otherQueue', { queue: reason.queue ?? t('reasons.none') })
        : t('reasons.queue', compared(reason.queue, quoted(reason.wanted)));
    case 'other-direction':
      return directionText(reason, t);
    case 'other-number':
      return reason.wanted === undefined
        ? t('reasons.otherNumber', { number: reason.number ?? t('reasons.none') })
        : t('reasons.number', compared(reason.number, reason.wanted));
    case 'other-campaign':
      return reason.wanted === undefined
        ? t('reasons.otherCampaign', { campaign: reason.campaign ?? t('reasons.none') })
        : t('reasons.campaign', compared(reason.campaign, quoted(reason.wanted)));
    case 'other-key':
      return t('reasons.pressedKey', compared(reason.key, reason.wanted));
    case 'other-outbound-type':
      return reason.wanted === undefined
        ? t('reasons.otherOutboundType', {
            type: typeName(reason.outboundType) ?? t('reasons.none'),
          })
        : t(
            'reasons.outboundType',
            compared(typeName(reason.outboundType), reason.wanted.map(outboundTypeName)),
          );
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
    case 'no-agent-named':
      return t('reasons.noAgentNamed');
    case 'not-served':
      return t('reasons.notServed');
    case 'internal-call':
      return t('reasons.internalCall');
    case 'condition':
      return conditionReason(reason, t);
    case 'other-phone':
      return t('reasons.otherPhone');
    case 'duplicate':
      return t('reasons.duplicate');
  }
}

interface Compared {
  readonly known: 'yes' | 'other';
  readonly actual: string;
  readonly wanted: readonly string[];
}

const compared = (actual: string | undefined, wanted: readonly string[]): Compared => ({
  known: actual === undefined || actual === '' ? 'other' : 'yes',
  actual: actual ?? '',
  wanted,
});

const typeName = (type: string | undefined): string | undefined =>
  type === undefined ? undefined : outboundTypeName(type);

const quoted = (names: readonly string[]): string[] => names.map((name) => `“${name}”`);

function directionText({ direction, wanted }: ReasonOf<'other-direction'>, t: Translate): string {
  const name = (one: string): string => callDirectionOf(one, t).toLocaleLowerCase(t.locale);
  if (wanted === undefined) {
    return t('reasons.otherDirection', { direction: direction ?? t('reasons.none') });
  }
  return t('reasons.direction', compared(direction && name(direction), wanted.map(name)));
}

function conditionReason(reason: ReasonOf<'condition'>, t: Translate): string {
  const { test, negated, unordered } = reason;
  if (test === undefined) return t('reasons.condition');
  const condition = testText(test, t, negated === true ? 'negated' : 'comparisons');
  const day = 'weekdays' in test ? weekdaySchema.safeParse(reason.actual).data : undefined;
  const value = day === undefined ? reason.actual : weekdayName(day, t.locale);
  const { known, actual } = compared(value, []);
  return unordered === true
    ? t('reasons.unordered', { condition, actual })
    : t('reasons.test', { condition, known, actual });
}
