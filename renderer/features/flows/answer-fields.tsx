import { Group, Select, Stack, TextInput } from '@mantine/core';
import { answerSchema, type Answer } from '../../../shared/model/answer.ts';
import type { FlowForm } from './flow-form.ts';
import { MatchFields } from './match-fields.tsx';
import { useText } from '../../i18n/use-text.ts';

export interface AnswerFieldsProps {
  readonly form: FlowForm;
  readonly at: string;
  readonly answer: Answer;
}

const answers = ['body', 'pointer', 'matches', 'header', 'status'] as const;

/** What each begins with. */
const begun: Readonly<Partial<Record<Answer['from'], object>>> = {
  pointer: { pointer: '/id' },
  header: { header: 'X-Result' },
  matches: { value: '/id', label: '/name' },
};

/** Under which name what of the answer is kept. */
export function AnswerFields({ form, at, answer }: AnswerFieldsProps) {
  const t = useText();
  return (
    <Stack gap="xs">
      <Group grow align="flex-start">
        <TextInput label={t('flows.variable')} {...form.getInputProps(`${at}.as`)} />
        <Select
          label={t('flows.answer')}
          allowDeselect={false}
          data={answers.map((value) => ({ value, label: t(`flows.answers.${value}`) }))}
          {...form.getInputProps(`${at}.answer.from`)}
          onChange={(from: string | null) => {
            const kind = answers.find((one) => one === from);
            if (kind === undefined) return;
            const parsed = answerSchema.safeParse({ from: kind, ...begun[kind] });
            if (parsed.success) form.setFieldValue(`${at}.answer`, parsed.data);
          }}
        />
        {answer.from === 'pointer' && (
          <TextInput label={t('flows.pointer')} {...form.getInputProps(`${at}.answer.pointer`)} />
        )}
        {answer.from === 'header' && (
          <TextInput label={t('flows.header')} {...form.getInputProps(`${at}.answer.header`)} />
        )}
      </Group>
      {answer.from === 'matches' && <MatchFields form={form} at={`${at}.answer`} answer={answer} />}
    </Stack>
  );
}
