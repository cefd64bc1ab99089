import { Button, Group, Stack, Text } from '@mantine/core';
import { useDesk } from '../../api/desk-context.tsx';
import { LockedNote } from '../../ui/locked-note.tsx';
import { ProblemList } from '../../ui/problem-list.tsx';
import { Section } from '../../ui/section.tsx';
import { AgentFields, draftOf, hasIdentifier, useAgentForm } from '../first-run/agent-fields.tsx';
import { useText } from '../../i18n/use-text.ts';

/** The current agent, and the change to another. */
export function AgentSettings() {
  const t = useText();
  const config = useDesk((desk) => desk.config);
  const { form, command, save } = useAgentForm(config.agent);
  const locked = config.locked['agent'] !== undefined;
  const changed = JSON.stringify(form.values) !== JSON.stringify(draftOf(config.agent));
  return (
    <Section title={t('agent.title')}>
      <Stack>
        <LockedNote part="agent" />
        <AgentFields form={form} disabled={locked} />
        <ProblemList problems={command.problems} />
        {!locked && (
          <Group justify="space-between">
            <Text size="sm" c="dimmed">
              {t('agent.changeHint')}
            </Text>
            <Button
              disabled={!changed || !hasIdentifier(form.values)}
              loading={command.busy}
              onClick={() => void save()}
            >
              {t('agent.change')}
            </Button>
          </Group>
        )}
      </Stack>
    </Section>
  );
}
