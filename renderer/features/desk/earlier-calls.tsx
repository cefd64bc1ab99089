import { Text } from '@mantine/core';
import type { CallerBefore } from '../../../shared/calls/caller-before.ts';
import type { Translate } from '../../../shared/text/translate.ts';
import { useLocale, useText } from '../../i18n/use-text.ts';

/** A caller who calls again: how often, when last, and who answered. */
export function EarlierCalls({ before }: { before: CallerBefore }) {
  const t = useText();
  const locale = useLocale();
  const { inWeek } = before;
  const nth = inWeek === 0 ? [] : [t('desk.nthCall', { nth: inWeek + 1 })];
  return (
    <Text size="sm" fw={500} data-testid="before">
      {[...nth, lastCall(before, t, locale)].join(' · ')}
    </Text>
  );
}

function lastCall({ lastAt, outcome, agent }: CallerBefore, t: Translate, locale: string): string {
  const when = dayOrTime(lastAt, locale);
  return agent === '' || outcome !== 'answered'
    ? t('desk.lastCall', { when, outcome })
    : t('desk.lastCallBy', { when, agent });
}

/** Of today the time, of this year the day, else the day with its year. */
function dayOrTime(at: number, locale: string): string {
  const [then, now] = [new Date(at), new Date()];
  if (then.toDateString() === now.toDateString()) {
    return new Intl.DateTimeFormat(locale, { timeStyle: 'short' }).format(then);
  }
  const isThisYear = then.getFullYear() === now.getFullYear();
  const year = isThisYear ? {} : ({ year: 'numeric' } as const);
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', ...year }).format(then);
}
