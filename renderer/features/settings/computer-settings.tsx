import { Button, Group, Select, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { calls } from '../../api/bridge.ts';
import { useDesk } from '../../api/desk-context.tsx';
import { Section } from '../../ui/section.tsx';
import { syslogFramings } from '../../../shared/model/settings.ts';
import { addressText } from '../../../shared/model/keyed-address.ts';
import { AddressSettingFields } from './address-setting.tsx';
import { SettingSwitch, SettingText, useSetting, type SettingsProps } from './setting-inputs.tsx';
import { ShortcutSetting } from './shortcut-setting.tsx';
import { useText } from '../../i18n/use-text.ts';

const switches = [
  'closeToTray',
  'launchAtLogin',
  'miniCard',
  'notifications',
  'openLinks',
  'dialWithoutAsking',
] as const;
const addresses = ['clickToCall', 'forwardLog'] as const;
const fields = ['supportName', 'supportAddress'] as const;

/** How Ringcue lives on this computer beyond its windows. */
export function ComputerSettings({ save, isLocked }: SettingsProps) {
  const t = useText();
  const copy = async (): Promise<void> => {
    const reply = await calls()['diagnostics.copy'](undefined);
    if (reply.ok) notifications.show({ color: 'teal', message: t('computer.copied') });
  };
  return (
    <Section title={t('computer.title')}>
      <Stack>
        {switches.map((name) => (
          <SettingSwitch
            key={name}
            save={save}
            isLocked={isLocked}
            name={name}
            label={t(`computer.${name}`)}
            hint={t(`computer.hints.${name}`)}
          />
        ))}
        {addresses.map((name) => (
          <AddressSettingFields
            key={name}
            isLocked={isLocked}
            name={name}
            label={t(`computer.${name}`)}
            hint={t(`computer.hints.${name}`)}
          />
        ))}
        <DialWebhookSelect save={save} isLocked={isLocked} />
        <ShortcutSetting save={save} isLocked={isLocked} />
        {fields.map((name) => (
          <SettingText
            key={name}
            isLocked={isLocked}
            name={name}
            label={t(`computer.${name}`)}
            hint={t(`computer.hints.${name}`)}
          />
        ))}
        <SyslogFramingSelect save={save} isLocked={isLocked} />
        <Group>
          <Button variant="default" onClick={() => void copy()}>
            {t('computer.copy')}
          </Button>
          <Text size="sm" c="dimmed">
            {t('computer.copyHint')}
          </Text>
        </Group>
      </Stack>
    </Section>
  );
}

/** A webhook has a method, headers and secrets, which an address has not. */
function DialWebhookSelect(props: SettingsProps) {
  const t = useText();
  const webhooks = useDesk((desk) => desk.config.webhooks);
  const chosen = useDesk((desk) => desk.config.settings.dialWebhook) ?? '';
  const said = { name: 'dialWebhook', label: t('computer.dialWebhook') };
  const field = useSetting({ ...props, ...said, hint: t('computer.hints.dialWebhook') });
  if (webhooks.length === 0 && chosen === '') return null;
  return (
    <Select
      {...field}
      maw={520}
      clearable
      data={webhooks.map(({ id, name }) => ({ value: id, label: name }))}
      value={chosen === '' ? null : chosen}
      onChange={(id) => props.save({ dialWebhook: id ?? '' })}
    />
  );
}

/** Only a log that goes over a stream has messages to separate. */
function SyslogFramingSelect(props: SettingsProps) {
  const t = useText();
  const { forwardLog, syslogFraming } = useDesk((desk) => desk.config.settings);
  const said = { name: 'syslogFraming', label: t('computer.syslogFraming') };
  const field = useSetting({ ...props, ...said, hint: t('computer.hints.syslogFraming') });
  if (!/^syslog\+(?:tcp|tls):/i.test(addressText(forwardLog))) return null;
  return (
    <Select
      {...field}
      maw={520}
      allowDeselect={false}
      data={syslogFramings.map((value) => ({
        value,
        label: t(`computer.syslogFramings.${value}`),
      }))}
      value={syslogFraming}
      onChange={(value) => {
        const framing = syslogFramings.find((known) => known === value);
        if (framing !== undefined) props.save({ syslogFraming: framing });
      }}
    />
  );
}
