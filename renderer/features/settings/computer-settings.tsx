import { Button, Group, Stack, Switch, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { calls } from '../../api/bridge.ts';
import { useDesk } from '../../api/desk-context.tsx';
import { useTexts } from '../../i18n/use-texts.ts';
import { Section } from '../../ui/section.tsx';
import type { SaveSettings } from './settings-page.tsx';

interface ComputerSettingsProps {
  readonly save: SaveSettings;
  readonly isLocked: (name: string) => boolean;
}

const switches = ['closeToTray', 'launchAtLogin', 'notifications', 'openLinks'] as const;
const fields = ['clickToCall', 'shortcut', 'forwardLog'] as const;

/** How Ringcue lives on this computer beyond its windows. */
export function ComputerSettings({ save, isLocked }: ComputerSettingsProps) {
  const texts = useTexts();
  const form = texts.computer;
  const { settings } = useDesk().config;
  const copy = async (): Promise<void> => {
    const reply = await calls()['diagnostics.copy'](undefined);
    if (reply.ok) notifications.show({ color: 'teal', message: form.copied });
  };
  return (
    <Section title={form.title}>
      <Stack>
        {switches.map((name) => (
          <Switch
            key={name}
            label={form[name]}
            description={isLocked(name) ? texts.common.locked : form.hints[name]}
            checked={settings[name]}
            disabled={isLocked(name)}
            onChange={(event) => save({ [name]: event.currentTarget.checked })}
          />
        ))}
        {fields.map((name) => (
          <TextInput
            key={`${name} ${settings[name] ?? ''}`}
            label={form[name]}
            description={isLocked(name) ? texts.common.locked : form.hints[name]}
            maw={520}
            defaultValue={settings[name] ?? ''}
            disabled={isLocked(name)}
            onBlur={(event) => {
              const value = event.currentTarget.value.trim();
              if (value !== (settings[name] ?? '')) save({ [name]: value });
            }}
          />
        ))}
        <Group>
          <Button variant="default" onClick={() => void copy()}>
            {form.copy}
          </Button>
          <Text size="sm" c="dimmed">
            {form.copyHint}
          </Text>
        </Group>
      </Stack>
    </Section>
  );
}
