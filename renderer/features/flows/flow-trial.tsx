import { Accordion, Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { AssumedResponses, TakenStep } from '../../../shared/matching/flow-path.ts';
import { stepsIn } from '../../../shared/model/flow.ts';
import { calls } from '../../api/bridge.ts';
import { useCommand } from '../../api/use-command.ts';
import { useText } from '../../i18n/use-text.ts';
import { ProblemList } from '../../ui/problem-list.tsx';
import { firstTrialCall, TrialCallField } from '../../ui/trial-call-field.tsx';
import { flowToSave, type FlowValues } from './flow-form.ts';
import { fromEdited } from './step-tree.ts';

interface FlowTrialProps {
  readonly values: FlowValues;
  /** True where the steps of the flow, as it is now, are marked. */
  readonly isMarked: boolean;
  readonly onTaken: (taken: readonly TakenStep[]) => void;
}

/** Tries the flow on a call, without opening or sending anything, so that the editor can mark its way. */
export function FlowTrialPanel(props: FlowTrialProps) {
  const t = useText();
  return (
    <Accordion variant="separated" chevronPosition="left">
      <Accordion.Item value="trial">
        <Accordion.Control>{t('flows.trial.title')}</Accordion.Control>
        <Accordion.Panel>
          <Trial {...props} />
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  );
}

function Trial({ values, isMarked, onTaken }: FlowTrialProps) {
  const t = useText();
  const command = useCommand();
  const [call, setCall] = useState(firstTrialCall);
  const [responses, setResponses] = useState<AssumedResponses>({ values: {}, failed: [] });
  const names = lookupsOf(values);
  const run = async (): Promise<void> => {
    await command.run(async () => {
      const reply = await calls()['flow.try']({
        ...flowToSave(values),
        call,
        responses: onlyOf(names, responses),
      });
      if (reply.ok) onTaken(reply.value.taken);
      return reply;
    });
  };
  return (
    <Stack gap="sm">
      <TrialCallField value={call} onChange={setCall} />
      {names.map((name) => (
        <ResponseFields key={name} name={name} responses={responses} onChange={setResponses} />
      ))}
      <Button w="fit-content" variant="light" loading={command.busy} onClick={() => void run()}>
        {t('trial.run')}
      </Button>
      <ProblemList problems={command.problems} />
      <Text size="sm" role="status">
        {isMarked && t('flows.trial.done')}
      </Text>
    </Stack>
  );
}

/** Names of the variables that the flow's lookups set. */
const lookupsOf = ({ flow }: FlowValues): string[] => [
  ...new Set(stepsIn(fromEdited(flow.steps)).flatMap((step) => (step.do === 'ask' ? step.as : []))),
];

/** A variable may have been renamed since its response was typed. */
const onlyOf = (names: readonly string[], { values, failed }: AssumedResponses) => ({
  values: Object.fromEntries(Object.entries(values).filter(([name]) => names.includes(name))),
  failed: failed.filter((name) => names.includes(name)),
});

interface ResponseProps {
  readonly name: string;
  readonly responses: AssumedResponses;
  readonly onChange: (responses: AssumedResponses) => void;
}

/** What one lookup is taken to find. */
function ResponseFields({ name, responses, onChange }: ResponseProps) {
  const t = useText();
  const { values, failed } = responses;
  const others = failed.filter((one) => one !== name);
  return (
    <Group align="flex-end">
      <TextInput
        flex={1}
        label={t('flows.trial.response', { name })}
        value={values[name] ?? ''}
        onChange={({ currentTarget: { value } }) =>
          onChange({ values: { ...values, [name]: value }, failed })
        }
      />
      <Checkbox
        mb={8}
        label={t('flows.trial.fails', { name })}
        checked={failed.includes(name)}
        onChange={({ currentTarget: { checked } }) =>
          onChange({ values, failed: checked ? [...others, name] : others })
        }
      />
    </Group>
  );
}
