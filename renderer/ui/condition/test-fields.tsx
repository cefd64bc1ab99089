import {
  ActionIcon,
  Autocomplete,
  Checkbox,
  Group as Row,
  MultiSelect,
  Select,
  TagsInput,
  Text,
  TextInput,
} from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { callFieldNames } from '../../../shared/model/call-fields.ts';
import { comparisons, comparisonSchema } from '../../../shared/model/comparison.ts';
import { weekdays } from '../../../shared/model/weekday.ts';
import type { FieldTest, Test } from '../../../shared/model/condition.ts';
import type { Translate } from '../../../shared/text/translate.ts';
import type { FieldsForm } from '../../forms/use-command-form.ts';
import { useText } from '../../i18n/use-text.ts';
import { hasValue, withComparison } from './condition-draft.ts';
import { weekdayName } from './condition-text.ts';

interface PlaceProps {
  readonly form: FieldsForm;
  /** Where the form has the test. */
  readonly at: string;
}

interface TestFieldsProps extends PlaceProps {
  readonly test: Test;
  readonly not: boolean;
  readonly variables: readonly string[];
  readonly onNegate: (not: boolean) => void;
  readonly onChange: (test: Test) => void;
  readonly onRemove: () => void;
}

/** Where there is less room beside the field, a value goes below it. */
const atLeast = '1 1 150px';

/** One test in a row. */
export function TestFields(props: TestFieldsProps) {
  const { form, at, test, not, variables, onNegate, onChange, onRemove } = props;
  const t = useText();
  return (
    <Row gap="xs" wrap="nowrap" align="flex-start">
      <Row gap="xs" flex={1} miw={0} align="flex-start">
        {'field' in test && <FieldInputs {...{ form, at, test, variables, onChange }} />}
        {'time' in test && <TimeInputs form={form} at={at} />}
        {'weekdays' in test && <WeekdayInput form={form} at={at} />}
      </Row>
      <NotBox checked={not} onChange={onNegate} />
      <RemoveButton label={t('rules.removeTest')} onClick={onRemove} />
    </Row>
  );
}

interface FieldInputsProps extends PlaceProps {
  readonly test: FieldTest;
  readonly variables: readonly string[];
  readonly onChange: (test: FieldTest) => void;
}

function FieldInputs({ form, at, test, variables, onChange }: FieldInputsProps) {
  const t = useText();
  return (
    <>
      <Autocomplete
        w={190}
        aria-label={t('rules.field')}
        data={[...variables.map((name) => `var.${name}`), ...callFieldNames]}
        renderOption={({ option }) => fieldLabel(option.value, t)}
        {...form.getInputProps(`${at}.field`)}
      />
      <Select
        w={200}
        aria-label={t('rules.comparison')}
        data={comparisons.map((value) => ({ value, label: t(`rules.comparisons.${value}`) }))}
        value={test.is}
        allowDeselect={false}
        onChange={(value) => {
          const is = comparisonSchema.safeParse(value);
          if (is.success) onChange(withComparison(test, is.data));
        }}
      />
      {hasValue(test.is) && (
        <TextInput
          flex={atLeast}
          aria-label={t(test.is === 'between' ? 'rules.from' : 'rules.value')}
          {...form.getInputProps(`${at}.value`)}
        />
      )}
      {test.is === 'between' && (
        <TextInput flex={atLeast} aria-label={t('rules.to')} {...form.getInputProps(`${at}.to`)} />
      )}
      {test.is === 'oneOf' && (
        <TagsInput
          flex={atLeast}
          aria-label={t('rules.values')}
          {...form.getInputProps(`${at}.values`)}
        />
      )}
    </>
  );
}

const fieldLabel = (name: string, t: Translate): string => {
  const known = callFieldNames.find((one) => one === name);
  return known === undefined ? name : `${t(`callField.${known}.label`)} (${name})`;
};

function TimeInputs({ form, at }: PlaceProps) {
  const t = useText();
  return (
    <>
      <Text size="sm" mt={8}>
        {t('rules.timeOfDay')}
      </Text>
      <TextInput
        type="time"
        aria-label={t('rules.from')}
        {...form.getInputProps(`${at}.time.from`)}
      />
      <TextInput type="time" aria-label={t('rules.to')} {...form.getInputProps(`${at}.time.to`)} />
    </>
  );
}

function WeekdayInput({ form, at }: PlaceProps) {
  const t = useText();
  return (
    <MultiSelect
      flex={1}
      aria-label={t('rules.weekdays')}
      data={weekdays.map((value) => ({ value, label: weekdayName(value, t.locale) }))}
      {...form.getInputProps(`${at}.weekdays`)}
    />
  );
}

interface NotBoxProps {
  readonly checked: boolean;
  readonly onChange: (not: boolean) => void;
}

export function NotBox({ checked, onChange }: NotBoxProps) {
  const t = useText();
  return (
    <Checkbox
      mt={8}
      label={t('rules.not')}
      checked={checked}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}

export function RemoveButton({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <ActionIcon variant="subtle" color="red" mt={4} aria-label={label} onClick={onClick}>
      <IconTrash size={18} />
    </ActionIcon>
  );
}
