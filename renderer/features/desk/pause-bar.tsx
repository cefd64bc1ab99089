import { Alert, Button, Group, Menu, Text } from '@mantine/core';
import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import type { Pause } from '../../../shared/model/pause.ts';
import { calls } from '../../api/bridge.ts';
import { useDesk } from '../../api/desk-context.tsx';
import { durationText } from '../../ui/duration-text.ts';
import { useNow } from '../../ui/use-now.ts';
import { useText, useLocale } from '../../i18n/use-text.ts';

/** How long popups may be paused at once. */
export const pauses = [
  { key: 'quarter', minutes: 15 },
  { key: 'hour', minutes: 60 },
  { key: 'open', minutes: undefined },
] as const;

/** Says that popups are paused, for how long, and resumes them. Grey: the agent chose it, nothing is wrong. */
export function PauseBar() {
  const { pause } = useDesk((desk) => desk.paused);
  return pause === undefined ? null : <Paused pause={pause} />;
}

function Paused({ pause: { until } }: { pause: Pause }) {
  const t = useText();
  const locale = useLocale();
  const time =
    until === undefined
      ? undefined
      : new Intl.DateTimeFormat(locale, { timeStyle: 'short' }).format(new Date(until));
  return (
    <Alert color="gray" p="sm" icon={<IconPlayerPause />} role="status" data-testid="paused">
      <Group justify="space-between">
        <Text size="sm">
          {time === undefined ? t('desk.pausedOpen') : t('desk.pausedUntil', { time })}
        </Text>
        <Group gap="sm">
          {until !== undefined && <Countdown until={Date.parse(until)} />}
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconPlayerPlay size={14} />}
            onClick={() => void calls()['popups.resume'](undefined)}
          >
            {t('definitions.resume')}
          </Button>
        </Group>
      </Group>
    </Alert>
  );
}

/** A screen reader has the time it ends; a text that changes each second would be read all the time. */
function Countdown({ until }: { until: number }) {
  const now = useNow(true);
  return (
    <Text ff="monospace" aria-hidden>
      {durationText(until - now)}
    </Text>
  );
}

/** Pauses popups; nothing while they are paused. */
export function PauseMenu() {
  const t = useText();
  const { pause } = useDesk((desk) => desk.paused);
  if (pause !== undefined) return null;
  return (
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
  );
}
