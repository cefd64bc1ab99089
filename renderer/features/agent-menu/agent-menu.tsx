import { Button, Group, Popover, Stack, Text, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconChevronUp } from '@tabler/icons-react';
import { useState } from 'react';
import { agentName } from '../../../shared/model/agent-identity.ts';
import { useDesk } from '../../api/desk-context.tsx';
import { ConnectionDot, useConnection } from '../../ui/connection-dot.tsx';
import { useText } from '../../i18n/use-text.ts';
import { OwnSettings } from './own-settings.tsx';
import { SwitchAgent } from './switch-agent.tsx';
import { useMayChange } from './use-may-change.ts';

/** Who works here and how it is going, at the lower left; opens what agents change themselves. */
export function AgentMenu() {
  const t = useText();
  const agent = useDesk((desk) => desk.config.agent);
  const [opened, setOpened] = useState(false);
  const [switching, setSwitching] = useState(false);
  const mayChange = useMayChange();
  const name = agentName(agent);
  return (
    <>
      <Popover
        opened={opened}
        onChange={setOpened}
        position="right-end"
        width={320}
        trapFocus
        shadow="md"
      >
        <Popover.Target>
          <UnstyledButton p="xs" w="100%" onClick={() => setOpened(!opened)}>
            <Group gap="xs" wrap="nowrap">
              <AgentState name={name} />
              <VisuallyHidden>{t('agentMenu.label')}</VisuallyHidden>
              <IconChevronUp size={16} aria-hidden />
            </Group>
          </UnstyledButton>
        </Popover.Target>
        <Popover.Dropdown>
          <Stack gap="md">
            <OwnSettings mayChange={mayChange} />
            {mayChange('agent') && (
              <Button
                variant="default"
                onClick={() => {
                  setOpened(false);
                  setSwitching(true);
                }}
              >
                {t('agent.change')}
              </Button>
            )}
          </Stack>
        </Popover.Dropdown>
      </Popover>
      {switching && <SwitchAgent onClose={() => setSwitching(false)} />}
    </>
  );
}

/** The name, the extension, and whether popups come. */
function AgentState({ name }: { name: string }) {
  const t = useText();
  const extension = useDesk((desk) => desk.config.agent?.extension);
  const { pause } = useDesk((desk) => desk.paused);
  const { text } = useConnection();
  return (
    <div style={{ flex: 1, minWidth: 0 }}>
      <Text size="sm" fw={500} truncate title={name}>
        {name}
      </Text>
      {extension !== undefined && extension !== name && (
        <Text size="xs" c="dimmed" truncate>
          {t('agentMenu.extension', { extension })}
        </Text>
      )}
      <Group gap={6} wrap="nowrap">
        <ConnectionDot />
        <Text size="xs" c="dimmed">
          {pause === undefined ? text : t('shell.tray.paused')}
        </Text>
      </Group>
    </div>
  );
}
