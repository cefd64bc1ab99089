import { Alert, Button, Group, Text } from '@mantine/core';
import { calls } from '../../api/bridge.ts';
import { useDesk } from '../../api/desk-context.tsx';
import { useTexts } from '../../i18n/use-texts.ts';

export function DemoBar() {
  const texts = useTexts();
  const { demo } = useDesk();
  if (!demo.running) return null;
  return (
    <Alert color="cyan" variant="light" p="sm">
      <Group justify="space-between">
        <Text size="sm">{texts.desk.demoRunning}</Text>
        <Group gap="xs">
          <Button size="xs" onClick={() => void calls()['demo.ring'](undefined)}>
            {texts.desk.ring}
          </Button>
          <Button size="xs" variant="default" onClick={() => void calls()['demo.stop'](undefined)}>
            {texts.desk.stopDemo}
          </Button>
        </Group>
      </Group>
    </Alert>
  );
}
