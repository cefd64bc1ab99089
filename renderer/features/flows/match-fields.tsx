import { NumberInput, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { unchosenChoices, type MatchesAnswer } from '../../../shared/model/answer.ts';
import type { FlowForm } from './flow-form.ts';
import { useText } from '../../i18n/use-text.ts';

interface MatchFieldsProps {
  readonly form: FlowForm;
  /** Where the form has the answer: `flow.steps.0.answer`. */
  readonly at: string;
  readonly answer: MatchesAnswer;
}

/** Where a response has the customers that match, and what the agent who chooses sees of them. */
export function MatchFields({ form, at, answer }: MatchFieldsProps) {
  const t = useText();
  return (
    <Stack gap="xs">
      <Text size="sm" c="dimmed">
        {t('flows.matches.about')}
      </Text>
      <SimpleGrid cols={2} spacing="sm" verticalSpacing="xs">
        {(['list', 'value', 'label', 'detail'] as const).map((name) => (
          <TextInput
            key={name}
            label={t(`flows.matches.${name}`)}
            description={t(`flows.matches.${name}Hint`)}
            {...form.getInputProps(`${at}.${name}`)}
          />
        ))}
        <NumberInput
          label={t('flows.matches.seconds')}
          min={3}
          max={120}
          {...form.getInputProps(`${at}.seconds`)}
        />
        <Select
          label={t('flows.matches.unchosen')}
          allowDeselect={false}
          data={unchosenChoices.map((value) => ({
            value,
            label: t(`flows.matches.takes.${value}`),
          }))}
          {...form.getInputProps(`${at}.unchosen`)}
          value={answer.unchosen}
        />
      </SimpleGrid>
    </Stack>
  );
}
