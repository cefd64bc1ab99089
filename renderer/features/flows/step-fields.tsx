import { Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { answerSchema, type FlowStep } from '../../../shared/model/flow.ts';
import { useDesk } from '../../api/desk-context.tsx';
import { ConditionBuilder } from '../../ui/condition/condition-builder.tsx';
import { toCondition, toGroup } from '../../ui/condition/condition-draft.ts';
import type { EditedStep } from './step-tree.ts';
import { useText } from '../../i18n/use-text.ts';

interface StepFieldsProps {
  readonly edited: EditedStep;
  /** Variables that can be asked for here. */
  readonly known: readonly string[];
  readonly problemAt: (part: string) => string | undefined;
  readonly onChange: (step: EditedStep) => void;
}

/** The fields of one step. */
export function StepFields({ edited, known, problemAt, onChange }: StepFieldsProps) {
  const t = useText();
  const config = useDesk((desk) => desk.config);
  const { step } = edited;
  if ('then' in edited) {
    return (
      <Stack gap={4}>
        <Text size="sm" fw={500}>
          {t('flows.condition')}
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
          label={t('flows.kinds.popup')}
          list={config.popups}
          value={step.popup}
          problem={problemAt('popup')}
          onChange={(popup) => set({ ...step, popup })}
        />
      );
    case 'send':
      return (
        <TargetSelect
          label={t('flows.kinds.send')}
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
  const t = useText();
  return (
    <Select
      label={label}
      searchable
      required
      placeholder={t('flows.unset')}
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
  const t = useText();
  const config = useDesk((desk) => desk.config);
  const { answer } = step;
  return (
    <Stack gap="xs">
      <TargetSelect
        label={t('flows.kinds.ask')}
        list={config.webhooks}
        value={step.webhook}
        problem={problemAt('webhook')}
        onChange={(webhook) => onChange({ ...step, webhook })}
      />
      <Group grow align="flex-start">
        <TextInput
          label={t('flows.variable')}
          value={step.as}
          error={problemAt('as')}
          onChange={(event) => onChange({ ...step, as: event.currentTarget.value })}
        />
        <Select
          label={t('flows.answer')}
          allowDeselect={false}
          data={answers.map((value) => ({ value, label: t(`flows.answers.${value}`) }))}
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
            label={t('flows.pointer')}
            value={answer.pointer}
            error={problemAt('answer.pointer')}
            onChange={(event) =>
              onChange({ ...step, answer: { ...answer, pointer: event.currentTarget.value } })
            }
          />
        )}
        {answer.from === 'header' && (
          <TextInput
            label={t('flows.header')}
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
