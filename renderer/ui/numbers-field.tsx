import { TagsInput } from '@mantine/core';
import { useFilterValues } from '../api/use-filter-values.ts';
import type { FieldsForm } from '../forms/use-command-form.ts';
import { useText } from '../i18n/use-text.ts';

interface NumbersFieldProps {
  readonly form: FieldsForm;
  /** Path of the list. */
  readonly at: string;
  readonly label: string;
}

/** The company's numbers: those that were called, as far as it is known, or are used elsewhere, to choose from, and any other, to type. */
export function NumbersField({ form, at, label }: NumbersFieldProps) {
  const t = useText();
  const { calledNumbers } = useFilterValues();
  return (
    <TagsInput
      label={label}
      description={t('rules.hints.calledNumbers')}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      clearable
      data={[...calledNumbers]}
      {...form.getInputProps(at, { empty: [] })}
    />
  );
}
