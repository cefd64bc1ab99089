import { Stack } from '@mantine/core';
import type { OwnChoice } from '../../../shared/model/settings.ts';
import { calls } from '../../api/bridge.ts';
import { useCommand } from '../../api/use-command.ts';
import { ProblemList } from '../../ui/problem-list.tsx';
import { useText } from '../../i18n/use-text.ts';
import { AppearanceSetting, LanguageSetting } from '../settings/look-settings.tsx';
import { SettingSwitch, type SettingsProps } from '../settings/setting-inputs.tsx';
import { ShortcutSetting } from '../settings/shortcut-setting.tsx';

/** What is one agent's own taste, as far as it may be changed. */
export function OwnSettings({ mayChange }: { mayChange: (choice: OwnChoice) => boolean }) {
  const t = useText();
  const command = useCommand();
  const props: SettingsProps = {
    save: ({ appearance, language, notifications, miniCard, shortcut }) =>
      void command.run(() =>
        calls()['settings.saveOwn']({ appearance, language, notifications, miniCard, shortcut }),
      ),
    isLocked: () => false,
  };
  return (
    <Stack gap="md">
      <ProblemList problems={command.problems} />
      {mayChange('language') && <LanguageSetting {...props} />}
      {mayChange('appearance') && <AppearanceSetting {...props} />}
      {(['notifications', 'miniCard'] as const)
        .filter((name) => mayChange(name))
        .map((name) => (
          <SettingSwitch key={name} {...props} name={name} label={t(`computer.${name}`)} />
        ))}
      {mayChange('shortcut') && <ShortcutSetting {...props} />}
    </Stack>
  );
}
