import { Alert, Button, Group, Text } from '@mantine/core';
import { calls } from '../../api/bridge.ts';
import { useDesk } from '../../api/desk-context.tsx';
import { useText } from '../../i18n/use-text.ts';

export function DemoBar() {
  const t = useText();
  const demo = useDesk((desk) => desk.demo);
  if (!demo.running) return null;
  return (
    <Alert color="cyan" variant="light" p="sm">
      <Group justify="space-between">
        <Text size="sm">{t('desk.demoRunning')}</Text>
        <Group gap="xs">
          <Button size="xs" onClick={() => void calls()['demo.ring'](undefined)}>
            {t('desk.ring')}
          </Button>
          <Button size="xs" variant="default" onClick={() => void calls()['demo.stop'](undefined)}>
            {t('desk.stopDemo')}
          </Button>
        </Group>
      </Group>
    </Alert>
  );
}
