import { Alert, Button, Group, Menu } from '@mantine/core';
import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import { calls } from '../../api/bridge.ts';
import { useDesk } from '../../api/desk-context.tsx';
import { useLocale, useTexts } from '../../i18n/use-texts.ts';

const pauses = [
  { key: 'quarter', minutes: 15 },
  { key: 'hour', minutes: 60 },
  { key: 'open', minutes: undefined },
] as const;

/** Shows whether popups are paused, and pauses or resumes them. */
export function PauseBar() {
  const texts = useTexts();
  const locale = useLocale();
  const { paused } = useDesk();
  const { pause } = paused;
  if (pause === undefined) return <PauseMenu />;
  const until =
    pause.until === undefined
      ? undefined
      : new Intl.DateTimeFormat(locale, { timeStyle: 'short' }).format(new Date(pause.until));
  return (
    <Alert color="yellow" icon={<IconPlayerPause />} role="status">
      <Group justify="space-between">
        {until === undefined ? texts.desk.pausedOpen : texts.desk.pausedUntil(until)}
        <Button
          size="compact-sm"
          leftSection={<IconPlayerPlay size={14} />}
          onClick={() => void calls()['popups.resume'](undefined)}
        >
          {texts.definitions.resume}
        </Button>
      </Group>
    </Alert>
  );
}

function PauseMenu() {
  const texts = useTexts();
  return (
    <Group justify="flex-end">
      <Menu>
        <Menu.Target>
          <Button size="compact-sm" variant="default" leftSection={<IconPlayerPause size={14} />}>
            {texts.desk.pause}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {pauses.map(({ key, minutes }) => (
            <Menu.Item key={key} onClick={() => void calls()['popups.pause']({ minutes })}>
              {texts.definitions.pauseFor[key]}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </Group>
  );
}
