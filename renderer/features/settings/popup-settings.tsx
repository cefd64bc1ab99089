import { useDesk } from '../../api/desk-context.tsx';
import { useText } from '../../i18n/use-text.ts';
import { PermissionSettings } from './permission-settings.tsx';
import { numberItem, switchItem, type SettingsProps } from './setting-inputs.tsx';
import type { SettingSection } from './setting-sections.ts';

/** Popup windows, their sign-in, and what their pages may do. */
export function usePopupSections(props: SettingsProps): readonly SettingSection[] {
  const t = useText();
  const keepsCookies = useDesk((desk) => desk.config.settings.keepSessionCookies);
  const hours = numberItem({
    ...props,
    name: 'sessionCookieHours',
    label: t('settings.sessionCookieHours'),
    max: 720,
  });
  return [
    {
      title: t('settings.windows'),
      items: [
        switchItem({
          ...props,
          name: 'prepareWindows',
          label: t('settings.prepareWindows'),
          hint: t('settings.prepareWindowsHint'),
        }),
        numberItem({
          ...props,
          name: 'popupLimit',
          label: t('settings.popupLimit'),
          hint: t('settings.popupLimitHint'),
          max: 50,
        }),
      ],
    },
    {
      title: t('settings.signIn'),
      items: [
        switchItem({
          ...props,
          name: 'keepSessionCookies',
          label: t('settings.keepSessionCookies'),
          hint: t('settings.keepSessionCookiesHint'),
        }),
        ...(keepsCookies ? [hours] : []),
      ],
    },
    {
      title: t('settings.permissions'),
      intro: t('settings.permissionsHint'),
      items: [
        {
          key: 'permissions',
          words: [
            t('settings.permission.microphone'),
            t('settings.permission.clipboard'),
            t('settings.permission.notifications'),
          ],
          content: <PermissionSettings locked={props.isLocked('permissions')} />,
        },
      ],
    },
  ];
}
