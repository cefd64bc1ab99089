import { useText } from '../../i18n/use-text.ts';
import { AppearanceSetting, LanguageSetting } from './look-settings.tsx';
import { switchItem, type SettingsProps } from './setting-inputs.tsx';
import type { SettingItem, SettingSection } from './setting-sections.ts';
import { ShortcutSetting } from './shortcut-setting.tsx';

/** How Ringcue looks, speaks and makes itself known on this computer. */
export function useGeneralSections(props: SettingsProps): readonly SettingSection[] {
  const t = useText();
  const ofComputer = (
    name: 'miniCard' | 'notifications' | 'launchAtLogin' | 'closeToTray',
  ): SettingItem =>
    switchItem({
      ...props,
      name,
      label: t(`computer.${name}`),
      hint: t(`computer.hints.${name}`),
    });
  return [
    {
      title: t('settings.look'),
      items: [
        {
          key: 'appearance',
          words: [
            t('settings.appearance'),
            t('settings.appearances.light'),
            t('settings.appearances.dark'),
          ],
          content: <AppearanceSetting {...props} />,
        },
        {
          key: 'language',
          words: [t('settings.language'), t('settings.languageSystem')],
          content: <LanguageSetting {...props} />,
        },
      ],
    },
    {
      title: t('settings.onScreen'),
      items: [
        ofComputer('miniCard'),
        ofComputer('notifications'),
        {
          key: 'shortcut',
          words: [t('computer.shortcut'), t('computer.hints.shortcut')],
          content: <ShortcutSetting {...props} />,
        },
      ],
    },
    {
      title: t('settings.startAndTray'),
      items: [ofComputer('launchAtLogin'), ofComputer('closeToTray')],
    },
  ];
}
