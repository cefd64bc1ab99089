import { Button, Card, Center, Divider, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { calls } from '../../api/bridge.ts';
import { useCommand } from '../../api/use-command.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { ProblemList } from '../../ui/problem-list.tsx';
import { AgentFields, agentOf, draftOf, hasIdentifier } from './agent-fields.tsx';

/** The first question: without an answer no call can be told to be "mine". */
export function FirstRun() {
  const texts = useTexts();
  const command = useCommand();
  const [draft, setDraft] = useState(() => draftOf(undefined));
  return (
    <Center mih="100vh" p="md">
      <Card withBorder padding="xl" maw={640} component="main">
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void command.run(() => calls()['agent.save'](agentOf(draft)));
          }}
        >
          <Stack>
            <Title order={1} size="h2">
              {texts.firstRun.title}
            </Title>
            <Text>{texts.firstRun.intro}</Text>
            <AgentFields draft={draft} onChange={setDraft} />
            <ProblemList problems={command.problems} />
            <Group>
              <Button type="submit" disabled={!hasIdentifier(draft)} loading={command.busy}>
                {texts.firstRun.start}
              </Button>
            </Group>
            <Divider />
            <Group justify="space-between">
              <Text size="sm" c="dimmed">
                {texts.firstRun.demoHint}
              </Text>
              <Button
                variant="default"
                onClick={() => void command.run(() => calls()['demo.start'](undefined))}
              >
                {texts.firstRun.demo}
              </Button>
            </Group>
          </Stack>
        </form>
      </Card>
    </Center>
  );
}
