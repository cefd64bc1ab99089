import { isCallFieldName } from '../../../shared/model/call-fields.ts';
import type { Condition, FieldTest } from '../../../shared/model/condition.ts';
import type { Translate } from '../../../shared/text/translate.ts';

/** A condition as part of a sentence: "Caller ID starts with “+31” and Queue Name is “Sales”". */
export function conditionText(condition: Condition, t: Translate): string {
  const inner = (list: readonly Condition[], word: string): string =>
    `(${list.map((one) => conditionText(one, t)).join(` ${word} `)})`;
  if ('all' in condition) return inner(condition.all, t('rules.sentence.and'));
  if ('any' in condition) return inner(condition.any, t('rules.sentence.or'));
  if ('not' in condition) {
    return 'field' in condition.not
      ? testText(condition.not, t, 'negated')
      : t('rules.sentence.not', { inner: conditionText(condition.not, t) });
  }
  return testText(condition, t);
}

/** "Caller ID starts with “+31”", or negated: "Caller ID does not start with “+31”" */
export function testText(
  { field, is, value }: Readonly<Omit<FieldTest, 'field'> & { field: string }>,
  t: Translate,
  form: 'comparisons' | 'negated' = 'comparisons',
): string {
  const name = isCallFieldName(field) ? t(`callField.${field}.label`) : field;
  const comparison = t(`rules.${form}.${is}`);
  return is === 'empty' ? `${name} ${comparison}` : `${name} ${comparison} “${value}”`;
}
