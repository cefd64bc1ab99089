import { Button, Card, Center, Divider, Group, Stack, Text, Title } from '@mantine/core';
import { calls } from '../../api/bridge.ts';
import { ProblemList } from '../../ui/problem-list.tsx';
import { AgentFields, hasIdentifier, useAgentForm } from './agent-fields.tsx';
import { useText } from '../../i18n/use-text.ts';

/** The first question: without an answer no call can be told to be "mine". */
export function FirstRun() {
  const t = useText();
  const { form, command, save } = useAgentForm(undefined);
  return (
    <Center mih="100vh" p="md">
      <Card withBorder padding="xl" maw={640} component="main">
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void save();
          }}
        >
          <Stack>
            <Title order={1} size="h2">
              {t('firstRun.title')}
            </Title>
            <Text>{t('firstRun.intro')}</Text>
            <AgentFields form={form} />
            <ProblemList problems={command.problems} />
            <Group>
              <Button type="submit" disabled={!hasIdentifier(form.values)} loading={command.busy}>
                {t('firstRun.start')}
              </Button>
            </Group>
            <Divider />
            <Group justify="space-between">
              <Text size="sm" c="dimmed">
                {t('firstRun.demoHint')}
              </Text>
              <Button
                variant="default"
                onClick={() => void command.run(() => calls()['demo.start'](undefined))}
              >
                {t('firstRun.demo')}
              </Button>
            </Group>
          </Stack>
        </form>
      </Card>
    </Center>
  );
}
