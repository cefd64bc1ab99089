import { TagsInput } from '@mantine/core';
import { outboundTypeName, outboundTypeNames } from '../../shared/model/outbound-type.ts';
import type { FieldsForm } from '../forms/use-command-form.ts';
import { useText } from '../i18n/use-text.ts';

interface OutboundTypesFieldProps {
  readonly form: FieldsForm;
  /** Path of the list. */
  readonly at: string;
  readonly value: readonly string[] | undefined;
}

/** Acefone's three types to choose from, and those of other systems, to type. */
export function OutboundTypesField({ form, at, value = [] }: OutboundTypesFieldProps) {
  const t = useText();
  return (
    <TagsInput
      label={t('rules.outboundTypes')}
      description={t('rules.hints.outboundTypes')}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      clearable
      data={outboundTypeNames}
      {...form.getInputProps(at, { empty: [] })}
      value={value.map(outboundTypeName)}
    />
  );
}
