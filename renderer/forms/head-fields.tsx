import { Switch, Textarea, TextInput } from '@mantine/core';
import { useText } from '../i18n/use-text.ts';
import type { Form } from './use-command-form.ts';

interface HeadFieldsProps<V> {
  readonly form: Form<V>;
  /** Where the definition is in the form: `popup`. */
  readonly of: string;
  readonly described?: boolean;
  readonly switched?: boolean;
}

/** What every definition begins with: its name, what it is for, and whether it is on. */
export function HeadFields<V>(props: HeadFieldsProps<V>) {
  const { form, of, described = false, switched = true } = props;
  const t = useText();
  return (
    <>
      <TextInput
        label={t('definitions.name')}
        required
        data-autofocus
        {...form.getInputProps(`${of}.name`)}
      />
      {described && (
        <Textarea
          label={t('definitions.description')}
          autosize
          {...form.getInputProps(`${of}.description`, { empty: '' })}
        />
      )}
      {switched && (
        <Switch
          label={t('definitions.on')}
          {...form.getInputProps(`${of}.enabled`, { type: 'checkbox' })}
        />
      )}
    </>
  );
}
