import { Alert, Button, Group, Menu } from '@mantine/core';
import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import { calls } from '../../api/bridge.ts';
import { useDesk } from '../../api/desk-context.tsx';
import { useText, useLocale } from '../../i18n/use-text.ts';

const pauses = [
  { key: 'quarter', minutes: 15 },
  { key: 'hour', minutes: 60 },
  { key: 'open', minutes: undefined },
] as const;

/** Shows whether popups are paused, and pauses or resumes them. */
export function PauseBar() {
  const t = useText();
  const locale = useLocale();
  const paused = useDesk((desk) => desk.paused);
  const { pause } = paused;
  if (pause === undefined) return <PauseMenu />;
  const until =
    pause.until === undefined
      ? undefined
      : new Intl.DateTimeFormat(locale, { timeStyle: 'short' }).format(new Date(pause.until));
  return (
    <Alert color="yellow" icon={<IconPlayerPause />} role="status">
      <Group justify="space-between">
        {until === undefined ? t('desk.pausedOpen') : t('desk.pausedUntil', { time: until })}
        <Button
          size="compact-sm"
          leftSection={<IconPlayerPlay size={14} />}
          onClick={() => void calls()['popups.resume'](undefined)}
        >
          {t('definitions.resume')}
        </Button>
      </Group>
    </Alert>
  );
}

function PauseMenu() {
  const t = useText();
  return (
    <Group justify="flex-end">
      <Menu>
        <Menu.Target>
          <Button size="compact-sm" variant="default" leftSection={<IconPlayerPause size={14} />}>
            {t('desk.pause')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {pauses.map(({ key, minutes }) => (
            <Menu.Item key={key} onClick={() => void calls()['popups.pause']({ minutes })}>
              {t(`definitions.pauseFor.${key}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </Group>
  );
}
