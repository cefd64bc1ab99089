import { Button, Group, List, Stack, Text, ThemeIcon } from '@mantine/core';
import { IconCheck, IconMinus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { TestStep } from '../../../shared/contract/source-views.ts';
import type { SourceInput } from '../../../shared/model/source.ts';
import { calls } from '../../api/bridge.ts';
import { useCommand } from '../../api/use-command.ts';
import { ProblemList } from '../../ui/problem-list.tsx';
import { useText } from '../../i18n/use-text.ts';

const looks = {
  ok: { color: 'teal', Shape: IconCheck },
  failed: { color: 'red', Shape: IconX },
  open: { color: 'gray', Shape: IconMinus },
} as const;

/** Tests the connection as entered in the form, and shows each step. */
export function ConnectionSteps({ draft }: { draft: SourceInput }) {
  const t = useText();
  const command = useCommand();
  const [steps, setSteps] = useState<readonly TestStep[]>([]);
  const run = (): void => {
    setSteps([]);
    void command.run(async () => {
      // A name is needed for saving only.
      const named = { ...draft, name: draft.name.trim() === '' ? '-' : draft.name };
      const reply = await calls()['source.test'](named);
      if (reply.ok) setSteps(reply.value.steps);
      return reply;
    });
  };
  return (
    <Stack gap="xs" aria-live="polite">
      <Group>
        <Button variant="light" loading={command.busy} onClick={run}>
          {t('connectionTest.run')}
        </Button>
        {command.busy && (
          <Text size="sm" c="dimmed">
            {t('connectionTest.running')}
          </Text>
        )}
      </Group>
      <ProblemList problems={command.problems} />
      <List spacing="xs" center listStyleType="none">
        {steps.map((step) => {
          const { color, Shape } = looks[step.outcome];
          return (
            <List.Item
              key={step.name}
              data-testid={`step-${step.name}`}
              icon={
                <ThemeIcon size={22} radius="xl" color={color} variant="light">
                  <Shape size={14} aria-label={t(`connectionTest.outcomes.${step.outcome}`)} />
                </ThemeIcon>
              }
            >
              <Text size="sm">
                {t(`connectionTest.steps.${step.name}`)}
                {step.outcome === 'open' ? `: ${t('connectionTest.noMessage')}` : ''}
                {step.said === null ? '' : `: ${t(step.said)}`}
              </Text>
            </List.Item>
          );
        })}
      </List>
    </Stack>
  );
}
