import type { ChoiceTrace } from '../../shared/model/log-entry.ts';
import type { Translate } from '../../shared/text/translate.ts';

/** Which of the customers that matched a flow took, and why. */
export function choiceText({ by, count, label }: ChoiceTrace, t: Translate): string {
  switch (by) {
    case 'none':
      return t('trace.choice.none');
    case 'only':
      return t('trace.choice.only', { label });
    case 'agent':
      return t('trace.choice.agent', { count, label });
    default: {
      const why = t(`trace.choice.${by}`, { count });
      return label === '' ? why : `${why} ${t('trace.choice.first', { label })}`;
    }
  }
}
