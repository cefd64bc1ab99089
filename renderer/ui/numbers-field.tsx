import { TagsInput } from '@mantine/core';
import { readField } from '../../shared/model/read-field.ts';
import { useDesk } from '../api/desk-context.tsx';
import type { FieldsForm } from '../forms/use-command-form.ts';
import { useText } from '../i18n/use-text.ts';

interface NumbersFieldProps {
  readonly form: FieldsForm;
  /** Path of the list. */
  readonly at: string;
  readonly label: string;
}

/** The company's numbers: those that were called or are used elsewhere, to choose from, and any other, to type. */
export function NumbersField({ form, at, label }: NumbersFieldProps) {
  const t = useText();
  const calls = useDesk((desk) => desk.calls);
  const { rules, agent } = useDesk((desk) => desk.config);
  const seen = new Set([
    ...calls.flatMap(({ data }) => readField(data, 'calledNumber') ?? []),
    ...rules.flatMap(({ which }) => which.calledNumbers ?? []),
    ...(agent?.numbers ?? []),
  ]);
  return (
    <TagsInput
      label={label}
      description={t('rules.hints.calledNumbers')}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      clearable
      data={[...seen]}
      {...form.getInputProps(at, { empty: [] })}
    />
  );
}
