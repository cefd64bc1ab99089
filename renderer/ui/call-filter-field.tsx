import { TagsInput } from '@mantine/core';
import { useFilterValues } from '../api/use-filter-values.ts';
import type { FieldsForm } from '../forms/use-command-form.ts';
import { useText } from '../i18n/use-text.ts';

interface CallFilterFieldProps {
  readonly form: FieldsForm;
  /** Path of the list. */
  readonly at: string;
}

const hintLast = ['label', 'input', 'description', 'error'] as const;

/** Campaigns: those of calls that were seen or used elsewhere, to choose from, and any other, to type. */
export function CampaignsField({ form, at }: CallFilterFieldProps) {
  const t = useText();
  const { campaigns } = useFilterValues();
  return (
    <TagsInput
      label={t('rules.campaigns')}
      description={t('rules.hints.campaigns')}
      inputWrapperOrder={[...hintLast]}
      clearable
      data={[...campaigns]}
      {...form.getInputProps(at, { empty: [] })}
    />
  );
}

interface QueuesFieldProps extends CallFilterFieldProps {
  readonly label: string;
  readonly hint: string;
}

/** Queues, in the same way. */
export function QueuesField({ form, at, label, hint }: QueuesFieldProps) {
  const { queues } = useFilterValues();
  return (
    <TagsInput
      label={label}
      description={hint}
      inputWrapperOrder={[...hintLast]}
      clearable
      data={[...queues]}
      {...form.getInputProps(at, { empty: [] })}
    />
  );
}

const keys = '1 2 3 4 5 6 7 8 9 0 * #'.split(' ');

/** What the caller pressed in a menu: a key to choose, or several in a row, to type. */
export function PressedKeysField({ form, at }: CallFilterFieldProps) {
  const t = useText();
  return (
    <TagsInput
      label={t('rules.pressedKeys')}
      description={t('rules.hints.pressedKeys')}
      inputWrapperOrder={[...hintLast]}
      clearable
      data={keys}
      {...form.getInputProps(at, { empty: [] })}
    />
  );
}
