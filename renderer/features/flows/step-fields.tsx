import { Select, Stack, Text } from '@mantine/core';
import { whenFailsChoices, type FlowStep } from '../../../shared/model/flow.ts';
import type { Condition } from '../../../shared/model/condition.ts';
import { useDesk } from '../../api/desk-context.tsx';
import { ConditionFields } from '../../ui/condition/condition-fields.tsx';
import { AnswerFields } from './answer-fields.tsx';
import type { FlowForm } from './flow-form.ts';
import type { EditedStep } from './step-tree.ts';
import { useText } from '../../i18n/use-text.ts';

interface StepFieldsProps {
  readonly form: FlowForm;
  /** Where the form has the step: `flow.steps.0`. */
  readonly at: string;
  readonly step: EditedStep;
  /** Variables that can be asked for here. */
  readonly known: readonly string[];
}

/** The fields of one step. */
export function StepFields({ form, at, step, known }: StepFieldsProps) {
  const config = useDesk((desk) => desk.config);
  switch (step.do) {
    case 'popup':
      return (
        <TargetSelect
          form={form}
          at={`${at}.popup`}
          kind="popup"
          list={config.popups}
          value={step.popup}
        />
      );
    case 'send':
      return (
        <TargetSelect
          form={form}
          at={`${at}.webhook`}
          kind="send"
          list={config.webhooks}
          value={step.webhook}
        />
      );
    case 'ask':
      return (
        <Stack gap="xs">
          <TargetSelect
            form={form}
            at={`${at}.webhook`}
            kind="ask"
            list={config.webhooks}
            value={step.webhook}
          />
          <AnswerFields form={form} at={at} answer={step.answer} />
          <WhenFailsField form={form} at={at} value={step.whenFails} />
        </Stack>
      );
    case 'if':
      return <WhenField form={form} at={`${at}.when`} when={step.when} known={known} />;
  }
}

interface WhenFieldProps extends Pick<StepFieldsProps, 'form' | 'at' | 'known'> {
  readonly when: Condition;
}

function WhenField({ form, at, when, known }: WhenFieldProps) {
  const t = useText();
  return (
    <Stack gap={4}>
      <Text size="sm" fw={500}>
        {t('flows.condition')}
      </Text>
      <ConditionFields
        form={form}
        at={at}
        condition={when}
        // Without a test everything passes.
        empty={{ all: [] }}
        variables={known}
      />
    </Stack>
  );
}

interface TargetSelectProps {
  readonly form: FlowForm;
  readonly at: string;
  readonly kind: 'popup' | 'send' | 'ask';
  readonly list: readonly { readonly id: string; readonly name: string }[];
  readonly value: string;
}

function TargetSelect({ form, at, kind, list, value }: TargetSelectProps) {
  const t = useText();
  return (
    <Select
      label={t(`flows.kinds.${kind}`)}
      searchable
      required
      allowDeselect={false}
      placeholder={t('flows.unset')}
      data={list.map(({ id, name }) => ({ value: id, label: name }))}
      {...form.getInputProps(at)}
      value={list.some(({ id }) => id === value) ? value : null}
    />
  );
}

interface WhenFailsProps {
  readonly form: FlowForm;
  readonly at: string;
  readonly value: Extract<FlowStep, { do: 'ask' }>['whenFails'];
}

/** A response that did not come must not mean that the caller is not known. */
function WhenFailsField({ form, at, value = 'continue' }: WhenFailsProps) {
  const t = useText();
  return (
    <Select
      label={t('flows.whenFails')}
      allowDeselect={false}
      data={whenFailsChoices.map((choice) => ({
        value: choice,
        label: t(`flows.fails.${choice}`),
      }))}
      {...form.getInputProps(`${at}.whenFails`)}
      value={value}
    />
  );
}
