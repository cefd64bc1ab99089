import { TagsInput } from '@mantine/core';
import { useDesk } from '../api/desk-context.tsx';
import type { FieldsForm } from '../forms/use-command-form.ts';
import { useText } from '../i18n/use-text.ts';

interface CallFilterFieldProps {
  readonly form: FieldsForm;
  /** Path of the list. */
  readonly at: string;
}

const hintLast = ['label', 'input', 'description', 'error'] as const;

/** Campaigns: those of current calls or used elsewhere, to choose from, and any other, to type. */
export function CampaignsField({ form, at }: CallFilterFieldProps) {
  const t = useText();
  const calls = useDesk((desk) => desk.calls);
  const { rules, agent } = useDesk((desk) => desk.config);
  const seen = new Set([
    ...calls.flatMap(({ data }) => data.fields.campaignName ?? data.fields.campaignId ?? []),
    ...rules.flatMap(({ which }) => which.campaigns ?? []),
    ...(agent?.campaigns ?? []),
  ]);
  return (
    <TagsInput
      label={t('rules.campaigns')}
      description={t('rules.hints.campaigns')}
      inputWrapperOrder={[...hintLast]}
      clearable
      data={[...seen]}
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
