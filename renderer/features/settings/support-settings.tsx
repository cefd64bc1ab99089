import { Button, Group, Select, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { addressText } from '../../../shared/model/keyed-address.ts';
import { syslogFramings } from '../../../shared/model/settings.ts';
import { calls } from '../../api/bridge.ts';
import { useDesk } from '../../api/desk-context.tsx';
import { useText } from '../../i18n/use-text.ts';
import { About } from './about.tsx';
import { addressItem } from './address-setting.tsx';
import { SettingText, useSetting, type SettingsProps } from './setting-inputs.tsx';
import type { SettingItem, SettingSection } from './setting-sections.ts';

const contacts = ['supportName', 'supportAddress'] as const;

/** Whom people ask, where the log goes, and what a supporter wants to know. */
export function useSupportSections(props: SettingsProps): readonly SettingSection[] {
  const t = useText();
  const isStream = useDesk(({ config }) => isSyslogStream(config.settings.forwardLog));
  const framing: SettingItem = {
    key: 'syslogFraming',
    words: [t('computer.syslogFraming'), t('computer.hints.syslogFraming')],
    content: <SyslogFramingSelect {...props} />,
  };
  return [
    {
      title: t('settings.supportContact'),
      items: contacts.map((name) => {
        const said = { label: t(`computer.${name}`), hint: t(`computer.hints.${name}`) };
        const content = <SettingText isLocked={props.isLocked} name={name} {...said} />;
        return { key: name, words: [said.label, said.hint], content };
      }),
    },
    {
      title: t('nav.log'),
      items: [
        addressItem({
          ...props,
          name: 'forwardLog',
          label: t('computer.forwardLog'),
          hint: t('computer.hints.forwardLog'),
        }),
        ...(isStream ? [framing] : []),
      ],
    },
    {
      title: t('settings.aboutTitle'),
      items: [
        {
          key: 'diagnostics',
          words: [t('computer.copy'), t('computer.copyHint')],
          content: <Diagnostics />,
        },
        { key: 'about', words: [t('settings.licences')], content: <About /> },
      ],
    },
  ];
}

/** Only a log that goes over a stream has messages to separate. */
const isSyslogStream = (forwardLog: Parameters<typeof addressText>[0]): boolean =>
  /^syslog\+(?:tcp|tls):/i.test(addressText(forwardLog));

function SyslogFramingSelect(props: SettingsProps) {
  const t = useText();
  const framing = useDesk((desk) => desk.config.settings.syslogFraming);
  const said = { name: 'syslogFraming', label: t('computer.syslogFraming') };
  return (
    <Select
      {...useSetting({ ...props, ...said, hint: t('computer.hints.syslogFraming') })}
      maw={520}
      allowDeselect={false}
      data={syslogFramings.map((value) => ({
        value,
        label: t(`computer.syslogFramings.${value}`),
      }))}
      value={framing}
      onChange={(value) => {
        const chosen = syslogFramings.find((known) => known === value);
        if (chosen !== undefined) props.save({ syslogFraming: chosen });
      }}
    />
  );
}

function Diagnostics() {
  const t = useText();
  const copy = async (): Promise<void> => {
    const reply = await calls()['diagnostics.copy'](undefined);
    if (reply.ok) notifications.show({ color: 'teal', message: t('computer.copied') });
  };
  return (
    <Group wrap="nowrap" justify="space-between">
      <Text size="sm" c="dimmed">
        {t('computer.copyHint')}
      </Text>
      <Button variant="default" flex="none" onClick={() => void copy()}>
        {t('computer.copy')}
      </Button>
    </Group>
  );
}
