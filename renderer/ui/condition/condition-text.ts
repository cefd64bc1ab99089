import { isCallFieldName } from '../../../shared/model/call-fields.ts';
import { isTest, type Condition } from '../../../shared/model/condition.ts';
import { weekdays, type Weekday } from '../../../shared/model/weekday.ts';
import type { KeptTest } from '../../../shared/model/skip-reason.ts';
import type { Translate } from '../../../shared/text/translate.ts';

/** A condition as part of a sentence: "Caller ID starts with “+31” and Queue Name is “Sales”". */
export function conditionText(condition: Condition, t: Translate): string {
  const inner = (list: readonly Condition[], word: string): string =>
    `(${list.map((one) => conditionText(one, t)).join(` ${word} `)})`;
  if ('all' in condition) return inner(condition.all, t('rules.sentence.and'));
  if ('any' in condition) return inner(condition.any, t('rules.sentence.or'));
  if ('not' in condition) {
    return isTest(condition.not)
      ? testText(condition.not, t, 'negated')
      : t('rules.sentence.not', { inner: conditionText(condition.not, t) });
  }
  return testText(condition, t);
}

/** "Caller ID starts with “+31”", or negated: "Caller ID does not start with “+31”" */
export function testText(
  test: KeptTest,
  t: Translate,
  form: 'comparisons' | 'negated' = 'comparisons',
): string {
  const negated = form === 'negated' ? 'yes' : 'other';
  if ('time' in test) return t('rules.sentence.time', { negated, ...test.time });
  if ('weekdays' in test) {
    const days = either(
      test.weekdays.map((day) => weekdayName(day, t.locale)),
      t,
    );
    return t('rules.sentence.weekdays', { negated, days });
  }
  const { field, is } = test;
  const name = isCallFieldName(field) ? t(`callField.${field}.label`) : field;
  return [name, t(`rules.${form}.${is}`), ...comparedWith(test, t)].join(' ');
}

/** The other side of a comparison; none where it needs none. */
function comparedWith(
  { is, value, to, values }: Extract<KeptTest, { field: string }>,
  t: Translate,
): string[] {
  switch (is) {
    case 'empty':
    case 'notEmpty':
      return [];
    case 'between':
      return [`“${value}” ${t('rules.sentence.and')} “${to ?? ''}”`];
    case 'oneOf':
      return [
        either(
          (values ?? []).map((one) => `“${one}”`),
          t,
        ),
      ];
    default:
      return [`“${value}”`];
  }
}

/** "Monday, Tuesday or Friday" */
const either = (words: readonly string[], t: Translate): string =>
  new Intl.ListFormat(t.locale, { type: 'disjunction' }).format(words);

/** 1 January 2024 was a Monday. */
export const weekdayName = (day: Weekday, locale: string): string =>
  new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(
    Date.UTC(2024, 0, 1 + weekdays.indexOf(day)),
  );
