import { Accordion, Alert, Button, Code, Group, Select, Stack, Text } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { RuleTrial, TriedAction } from '../../../shared/contract/views.ts';
import type { Rule } from '../../../shared/model/rule.ts';
import type { When } from '../../../shared/model/rule-when.ts';
import { calls } from '../../api/bridge.ts';
import { useDesk } from '../../api/desk-context.tsx';
import { useCommand } from '../../api/use-command.ts';
import { InSteps } from '../../ui/in-steps.tsx';
import { ProblemList } from '../../ui/problem-list.tsx';
import { tellingFirst } from '../../ui/telling-first.ts';
import { firstTrialCall, TrialCallField } from '../../ui/trial-call-field.tsx';
import { whenChoices, whenKey } from '../../ui/when-choices.ts';
import { reasonText } from '../../ui/reason-text.ts';
import { useText } from '../../i18n/use-text.ts';

/** Tries this rule, or all of them, on a call, without opening anything. */
export function RuleTrialPanel({ draft }: { draft?: Rule }) {
  const t = useText();
  return (
    <Accordion variant="separated" chevronPosition="left">
      <Accordion.Item value="trial">
        <Accordion.Control>
          {draft === undefined ? t('trial.titleAll') : t('trial.title')}
        </Accordion.Control>
        <Accordion.Panel>
          <Trial draft={draft} />
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  );
}

function Trial({ draft }: { draft: Rule | undefined }) {
  const t = useText();
  const command = useCommand();
  const [call, setCall] = useState(firstTrialCall);
  const [when, setWhen] = useState<When>(draft?.when ?? { stage: 'ringing' });
  const systems = useDesk((desk) => desk.config.sources).map(({ dialect }) => dialect);
  const choices = whenChoices(systems, when, t);
  const [outcome, setOutcome] = useState<RuleTrial | undefined>();
  const run = async (): Promise<void> => {
    await command.run(async () => {
      const reply = await calls()['rules.try']({ when, call, draft });
      setOutcome(reply.ok ? reply.value : undefined);
      return reply;
    });
  };
  const shown =
    draft === undefined
      ? outcome?.rules
      : outcome?.rules.filter(({ ruleId }) => ruleId === draft.id);
  return (
    <Stack gap="sm">
      <Group align="flex-start">
        <div style={{ flex: '1 1 260px' }}>
          <TrialCallField value={call} onChange={setCall} />
        </div>
        <Select
          label={t('trial.stage')}
          data={choices.data}
          value={whenKey(when)}
          allowDeselect={false}
          onChange={(key) => setWhen(choices.byKey.get(key ?? '') ?? when)}
        />
        <Button mt={25} variant="light" loading={command.busy} onClick={() => void run()}>
          {t('trial.run')}
        </Button>
      </Group>
      <ProblemList problems={command.problems} />
      {shown?.length === 0 && <Text c="dimmed">{t('trial.noRules')}</Text>}
      {shown !== undefined && (
        <InSteps items={tellingFirst(shown)}>
          {(verdict) => <Verdict key={verdict.ruleId} verdict={verdict} />}
        </InSteps>
      )}
    </Stack>
  );
}

function Verdict({ verdict }: { verdict: RuleTrial['rules'][number] }) {
  const t = useText();
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
        <Text size="sm">{fires ? t('trial.fires') : reasonText(reason, t)}</Text>
        {fires && actions.map((action, index) => <Tried key={index} action={action} />)}
      </Stack>
    </Alert>
  );
}

function Tried({ action }: { action: TriedAction }) {
  const t = useText();
  const { kind, name, flow, onlyIf, ifFails, problem, plainUrl, url, curl } = action;
  return (
    <Stack gap={2}>
      <Text size="sm" fw={500}>
        {t(`trial.kinds.${kind}`, { name: flow === undefined ? name : `${flow}: ${name}` })}
      </Text>
      {onlyIf !== undefined && (
        <Text size="xs" c="dimmed">
          {t('trial.onlyIf', { variables: onlyIf.join(', ') })}
        </Text>
      )}
      {ifFails !== undefined && (
        <Text size="xs" c="dimmed">
          {t('trial.ifFails', { webhook: ifFails })}
        </Text>
      )}
      {problem !== undefined && (
        <Text size="sm" c="red">
          {t(problem)}
        </Text>
      )}
      {plainUrl !== undefined && <Code block>{plainUrl}</Code>}
      {url !== undefined && url !== plainUrl && <Code block>{url}</Code>}
      {curl !== undefined && <Code block>{curl}</Code>}
    </Stack>
  );
}
