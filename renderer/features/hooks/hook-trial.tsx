import {
  Accordion,
  Alert,
  Button,
  Code,
  Group,
  Select,
  Stack,
  Text,
  Textarea,
} from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { HookTrial, TrialCall, TriedAction } from '../../../shared/ipc/views.ts';
import type { Hook } from '../../../shared/model/hook.ts';
import { sampleCall } from '../../../shared/model/sample-call.ts';
import { callFacts, callStages, stageSchema, type Stage } from '../../../shared/model/stage.ts';
import { calls } from '../../api/bridge.ts';
import { useDesk } from '../../api/desk-context.tsx';
import { useCommand } from '../../api/use-command.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { ProblemList } from '../../ui/problem-list.tsx';
import { reasonText } from './reason-text.ts';

/** Tries this hook, or all of them, on a call, without opening anything. */
export function HookTrialPanel({ draft }: { draft?: Hook }) {
  const form = useTexts().trial;
  return (
    <Accordion variant="separated" chevronPosition="left">
      <Accordion.Item value="trial">
        <Accordion.Control>{draft === undefined ? form.titleAll : form.title}</Accordion.Control>
        <Accordion.Panel>
          <Trial draft={draft} />
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  );
}

const typedAtFirst = JSON.stringify(sampleCall.fields, null, 2);

function Trial({ draft }: { draft: Hook | undefined }) {
  const texts = useTexts();
  const form = texts.trial;
  const { recent } = useDesk();
  const command = useCommand();
  const [choice, setChoice] = useState('sample');
  const [stage, setStage] = useState<Stage>(draft?.when.stage ?? 'ringing');
  const [json, setJson] = useState(typedAtFirst);
  const [outcome, setOutcome] = useState<HookTrial | undefined>();
  const run = async (): Promise<void> => {
    const call: TrialCall =
      choice === 'sample'
        ? { from: 'sample' }
        : choice === 'typed'
          ? { from: 'typed', json }
          : { from: 'popup', id: choice };
    await command.run(async () => {
      const reply = await calls()['hooks.try']({ stage, call, draft });
      setOutcome(reply.ok ? reply.value : undefined);
      return reply;
    });
  };
  const shown =
    draft === undefined
      ? outcome?.hooks
      : outcome?.hooks.filter(({ hookId }) => hookId === draft.id);
  return (
    <Stack gap="sm">
      <Group align="flex-end">
        <Select
          label={form.call}
          flex={1}
          data={[
            { value: 'sample', label: form.sample },
            { value: 'typed', label: form.typed },
            ...recent.map(({ id, caller, popupName }) => ({
              value: id,
              label: form.past(caller, popupName),
            })),
          ]}
          value={choice}
          allowDeselect={false}
          onChange={(value) => setChoice(value ?? 'sample')}
        />
        <Select
          label={form.stage}
          data={[...callStages, ...callFacts].map((value) => ({
            value,
            label: texts.stage[value],
          }))}
          value={stage}
          allowDeselect={false}
          onChange={(value) => {
            const chosen = stageSchema.safeParse(value);
            if (chosen.success) setStage(chosen.data);
          }}
        />
        <Button variant="light" loading={command.busy} onClick={() => void run()}>
          {form.run}
        </Button>
      </Group>
      {choice === 'typed' && (
        <Textarea
          label={form.json}
          autosize
          minRows={4}
          maxRows={14}
          spellCheck={false}
          styles={{ input: { fontFamily: 'monospace' } }}
          value={json}
          onChange={(event) => setJson(event.currentTarget.value)}
        />
      )}
      <ProblemList problems={command.problems} />
      {shown?.length === 0 && <Text c="dimmed">{form.noHooks}</Text>}
      {shown?.map((verdict) => (
        <Verdict key={verdict.hookId} verdict={verdict} />
      ))}
    </Stack>
  );
}

function Verdict({ verdict }: { verdict: HookTrial['hooks'][number] }) {
  const texts = useTexts();
  const form = texts.trial;
  const { name, reason, actions } = verdict;
  const fires = reason === undefined;
  return (
    <Alert
      variant="light"
      color={fires ? 'teal' : 'gray'}
      icon={fires ? <IconCheck /> : <IconX />}
      title={name}
      data-testid="verdict"
    >
      <Stack gap={4}>
        <Text size="sm">{fires ? form.fires : reasonText(reason, texts)}</Text>
        {fires && actions.map((action, index) => <Tried key={index} action={action} />)}
      </Stack>
    </Alert>
  );
}

function Tried({ action }: { action: TriedAction }) {
  const form = useTexts().trial;
  const { kind, name, flow, problem, plainUrl, url, curl } = action;
  return (
    <Stack gap={2}>
      <Text size="sm" fw={500}>
        {form.kinds[kind](flow === undefined ? name : `${flow}: ${name}`)}
      </Text>
      {problem !== undefined && (
        <Text size="sm" c="red">
          {problem}
        </Text>
      )}
      {plainUrl !== undefined && <Code block>{plainUrl}</Code>}
      {url !== undefined && url !== plainUrl && <Code block>{url}</Code>}
      {curl !== undefined && <Code block>{curl}</Code>}
    </Stack>
  );
}
