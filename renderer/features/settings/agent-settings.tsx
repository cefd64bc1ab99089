import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { calls } from '../../api/bridge.ts';
import { useDesk } from '../../api/desk-context.tsx';
import { useCommand } from '../../api/use-command.ts';
import { LockedNote } from '../../ui/locked-note.tsx';
import { ProblemList } from '../../ui/problem-list.tsx';
import { Section } from '../../ui/section.tsx';
import { AgentFields, agentOf, draftOf, hasIdentifier } from '../first-run/agent-fields.tsx';
import { useText } from '../../i18n/use-text.ts';

/** Who sits here, and the change to somebody else. */
export function AgentSettings() {
  const t = useText();
  const config = useDesk((desk) => desk.config);
  const command = useCommand();
  const locked = config.locked.includes('agent');
  const [draft, setDraft] = useState(() => draftOf(config.agent));
  const changed = JSON.stringify(draft) !== JSON.stringify(draftOf(config.agent));
  return (
    <Section title={t('agent.title')}>
      <Stack>
        {locked && <LockedNote />}
        <AgentFields draft={draft} disabled={locked} onChange={setDraft} />
        <ProblemList problems={command.problems} />
        {!locked && (
          <Group justify="space-between">
            <Text size="sm" c="dimmed">
              {t('agent.changeHint')}
            </Text>
            <Button
              disabled={!changed || !hasIdentifier(draft)}
              loading={command.busy}
              onClick={() => void command.run(() => calls()['agent.save'](agentOf(draft)))}
            >
              {t('agent.change')}
            </Button>
          </Group>
        )}
      </Stack>
    </Section>
  );
}
