import type { TranslateMessage } from '../../shared/i18n/translate-message.ts';
import type { ActionTrace, EventTrace, RuleTrace } from '../../shared/model/journal.ts';
import type { Texts } from '../i18n/en.ts';
import { reasonText } from './reason-text.ts';

/** The answer in one sentence: what came on screen, or why nothing did. */
export function traceConclusion(trace: EventTrace, texts: Texts, say: TranslateMessage): string {
  const form = texts.trace;
  if (trace.repeated) return form.repeated;
  if (trace.rules.length === 0) return form.noRules;
  const popups = trace.rules.flatMap(({ actions }) =>
    actions.filter(({ kind }) => kind === 'popup'),
  );
  const best = popups.find(({ outcome }) => outcome === 'done') ?? popups[0];
  if (best !== undefined) return popupSentence(best, texts, say);
  const fired = trace.rules.filter(({ reason }) => reason === undefined);
  if (fired.length > 0) return form.firedWithoutPopup(fired.map(({ name }) => name).join(', '));
  const nearest = mostTelling(trace.rules);
  return nearest?.reason === undefined
    ? form.noRuleForStage(texts.stage[trace.stage])
    : form.noPopup(nearest.name, reasonText(nearest.reason, texts));
}

function popupSentence(action: ActionTrace, texts: Texts, say: TranslateMessage): string {
  const form = texts.trace;
  const { name, outcome, problem, how, paintedMs, notShown } = action;
  if (outcome === 'failed') return form.failed(name, say(problem ?? ''));
  if (how === 'browser') return form.browser(name);
  if (how === 'raised') return form.raised(name);
  if (notShown === true) return form.notShown(name);
  return paintedMs === undefined ? form.opened(name) : form.painted(name, paintedMs);
}

/** The rule that came closest: the first that waits for this stage. */
const mostTelling = (rules: readonly RuleTrace[]): RuleTrace | undefined =>
  rules.find(({ reason }) => reason?.code !== 'other-stage');
