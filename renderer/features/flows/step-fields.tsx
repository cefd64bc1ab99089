import { Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { answerSchema, type FlowStep } from '../../../shared/model/flow.ts';
import { useDesk } from '../../api/desk-context.tsx';
import { useTexts } from '../../i18n/use-texts.ts';
import { ConditionBuilder } from '../../ui/condition/condition-builder.tsx';
import { toCondition, toGroup } from '../../ui/condition/condition-draft.ts';
import type { EditedStep } from './step-tree.ts';

interface StepFieldsProps {
  readonly edited: EditedStep;
  /** Variables that can be asked for here. */
  readonly known: readonly string[];
  readonly problemAt: (part: string) => string | undefined;
  readonly onChange: (step: EditedStep) => void;
}

/** The fields of one step. */
export function StepFields({ edited, known, problemAt, onChange }: StepFieldsProps) {
  const texts = useTexts().flows;
  const { config } = useDesk();
  const { step } = edited;
  if ('then' in edited) {
    return (
      <Stack gap={4}>
        <Text size="sm" fw={500}>
          {texts.condition}
        </Text>
        <ConditionBuilder
          group={toGroup(edited.step.when)}
          variables={known}
          problem={problemAt('when') ?? problemAt('')}
          onChange={(group) =>
            onChange({
              ...edited,
              // Without a test everything passes.
              step: { ...edited.step, when: toCondition(group) ?? { all: [] } },
            })
          }
        />
        {problemAt('when') !== undefined && (
          <Text size="xs" c="red">
            {problemAt('when')}
          </Text>
        )}
      </Stack>
    );
  }
  const set = (changed: Exclude<FlowStep, { do: 'if' }>): void =>
    onChange({ key: edited.key, step: changed });
  switch (step.do) {
    case 'popup':
      return (
        <TargetSelect
          label={texts.kinds.popup}
          list={config.popups}
          value={step.popup}
          problem={problemAt('popup')}
          onChange={(popup) => set({ ...step, popup })}
        />
      );
    case 'send':
      return (
        <TargetSelect
          label={texts.kinds.send}
          list={config.webhooks}
          value={step.webhook}
          problem={problemAt('webhook')}
          onChange={(webhook) => set({ ...step, webhook })}
        />
      );
    case 'ask':
      return <AskFields step={step} problemAt={problemAt} onChange={set} />;
    case 'if':
      return null;
  }
}

interface TargetSelectProps {
  readonly label: string;
  readonly list: readonly { readonly id: string; readonly name: string }[];
  readonly value: string;
  readonly problem: string | undefined;
  readonly onChange: (id: string) => void;
}

function TargetSelect({ label, list, value, problem, onChange }: TargetSelectProps) {
  const texts = useTexts().flows;
  return (
    <Select
      label={label}
      searchable
      required
      placeholder={texts.unset}
      data={list.map(({ id, name }) => ({ value: id, label: name }))}
      value={list.some(({ id }) => id === value) ? value : null}
      error={problem}
      onChange={(id) => {
        if (id !== null) onChange(id);
      }}
    />
  );
}

type AskStep = Extract<FlowStep, { do: 'ask' }>;

interface AskFieldsProps {
  readonly step: AskStep;
  readonly problemAt: (part: string) => string | undefined;
  readonly onChange: (step: AskStep) => void;
}

const answers = ['body', 'pointer', 'header', 'status'] as const;

function AskFields({ step, problemAt, onChange }: AskFieldsProps) {
  const texts = useTexts().flows;
  const { config } = useDesk();
  const { answer } = step;
  return (
    <Stack gap="xs">
      <TargetSelect
        label={texts.kinds.ask}
        list={config.webhooks}
        value={step.webhook}
        problem={problemAt('webhook')}
        onChange={(webhook) => onChange({ ...step, webhook })}
      />
      <Group grow align="flex-start">
        <TextInput
          label={texts.variable}
          value={step.as}
          error={problemAt('as')}
          onChange={(event) => onChange({ ...step, as: event.currentTarget.value })}
        />
        <Select
          label={texts.answer}
          allowDeselect={false}
          data={answers.map((value) => ({ value, label: texts.answers[value] }))}
          value={answer.from}
          onChange={(from) => {
            const parsed = answerSchema.safeParse({
              from,
              ...(from === 'pointer' && { pointer: '/id' }),
              ...(from === 'header' && { header: 'X-Result' }),
            });
            if (parsed.success) onChange({ ...step, answer: parsed.data });
          }}
        />
        {answer.from === 'pointer' && (
          <TextInput
            label={texts.pointer}
            value={answer.pointer}
            error={problemAt('answer.pointer')}
            onChange={(event) =>
              onChange({ ...step, answer: { ...answer, pointer: event.currentTarget.value } })
            }
          />
        )}
        {answer.from === 'header' && (
          <TextInput
            label={texts.header}
            value={answer.header}
            error={problemAt('answer.header')}
            onChange={(event) =>
              onChange({ ...step, answer: { ...answer, header: event.currentTarget.value } })
            }
          />
        )}
      </Group>
    </Stack>
  );
}
