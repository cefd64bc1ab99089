import { Button, Group, List, Stack, Text, ThemeIcon } from '@mantine/core';
import { IconCheck, IconMinus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { TestStep } from '../../../shared/contract/views.ts';
import type { SourceInput } from '../../../shared/model/source.ts';
import { calls } from '../../api/bridge.ts';
import { useCommand } from '../../api/use-command.ts';
import { useSay, useTexts } from '../../i18n/use-texts.ts';
import { ProblemList } from '../../ui/problem-list.tsx';

const looks = {
  ok: { color: 'teal', Shape: IconCheck },
  failed: { color: 'red', Shape: IconX },
  open: { color: 'gray', Shape: IconMinus },
} as const;

/** Tests the connection as entered in the form, and shows each step. */
export function ConnectionSteps({ draft }: { draft: SourceInput }) {
  const form = useTexts().connectionTest;
  const say = useSay();
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
          {form.run}
        </Button>
        {command.busy && (
          <Text size="sm" c="dimmed">
            {form.running}
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
                  <Shape size={14} aria-label={form.outcomes[step.outcome]} />
                </ThemeIcon>
              }
            >
              <Text size="sm">
                {form.steps[step.name]}
                {step.outcome === 'open' ? `: ${form.noMessage}` : ''}
                {step.text === '' ? '' : `: ${say(step.text)}`}
              </Text>
            </List.Item>
          );
        })}
      </List>
    </Stack>
  );
}
