import { Button, Group, Stack, Text } from '@mantine/core';
import { useDesk } from '../../api/desk-context.tsx';
import { LockedNote } from '../../ui/locked-note.tsx';
import { ProblemList } from '../../ui/problem-list.tsx';
import { AgentFields, draftOf, hasIdentifier, useAgentForm } from '../first-run/agent-fields.tsx';
import { useText } from '../../i18n/use-text.ts';
import type { SettingSection } from './setting-sections.ts';

const names = ['name', 'email', 'id', 'customId', 'extension', 'phone'] as const;
const lists = ['queues', 'numbers', 'campaigns'] as const;

export function useAgentSections(): readonly SettingSection[] {
  const t = useText();
  const words = [
    ...names.map((name) => t(`agent.${name}`)),
    ...lists.flatMap((name) => [t(`agent.${name}`), t(`agent.${name}Hint`)]),
  ];
  return [
    { title: t('agent.title'), items: [{ key: 'agent', words, content: <AgentSettings /> }] },
  ];
}

/** The current agent, and the change to another: one step, as it closes popups and signs out of the CRM. */
function AgentSettings() {
  const t = useText();
  const config = useDesk((desk) => desk.config);
  const { form, command, save } = useAgentForm(config.agent);
  const locked = config.locked['agent'] !== undefined;
  const changed = JSON.stringify(form.values) !== JSON.stringify(draftOf(config.agent));
  return (
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
  );
}
