import type { ActionTrace, EventTrace, RuleTrace } from '../../shared/model/log-entry.ts';
import { waitsForOther } from '../../shared/model/skip-reason.ts';
import { reasonText } from './reason-text.ts';
import type { Translate } from '../../shared/text/translate.ts';

/** The answer in one sentence: what came on screen, or why nothing did. */
export function traceConclusion(trace: EventTrace, t: Translate): string {
  if (trace.repeated) return t('trace.repeated');
  if (trace.rules.length === 0) return t('trace.noRules');
  const popups = trace.rules.flatMap(({ actions }) =>
    actions.filter(({ kind }) => kind === 'popup'),
  );
  const best = popups.find(({ outcome }) => outcome === 'done') ?? popups[0];
  if (best !== undefined) return popupSentence(best, t);
  const fired = trace.rules.filter(({ reason }) => reason === undefined);
  if (fired.length > 0)
    return t('trace.firedWithoutPopup', { rules: fired.map(({ name }) => name).join(', ') });
  const nearest = mostTelling(trace.rules);
  return nearest?.reason === undefined
    ? t('trace.noRuleForStage', { stage: t(`stage.${trace.stage}`) })
    : t('trace.noPopup', { rule: nearest.name, reason: reasonText(nearest.reason, t) });
}

function popupSentence(action: ActionTrace, t: Translate): string {
  const { name, outcome, problem, how, paintedMs, notShown } = action;
  if (outcome === 'failed') return t('trace.failed', { popup: name, problem: problem ?? '' });
  if (how === 'browser') return t('trace.browser', { popup: name });
  if (how === 'before') return t('trace.before', { popup: name });
  if (how === 'raised') return t('trace.raised', { popup: name });
  if (notShown === true) return t('trace.notShown', { popup: name });
  return paintedMs === undefined
    ? t('trace.opened', { popup: name })
    : t('trace.painted', { popup: name, ms: paintedMs });
}

/** The rule that came closest: the first that waits for this stage. */
const mostTelling = (rules: readonly RuleTrace[]): RuleTrace | undefined =>
  rules.find(({ reason }) => !waitsForOther(reason));
