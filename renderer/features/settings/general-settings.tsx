import { Stack } from '@mantine/core';
import { useDesk } from '../../api/desk-context.tsx';
import { Section } from '../../ui/section.tsx';
import { AppearanceSetting, LanguageSetting } from './look-settings.tsx';
import { SettingNumber, SettingSwitch, type SettingsProps } from './setting-inputs.tsx';
import { useText } from '../../i18n/use-text.ts';

/** How Ringcue looks and speaks, and what it keeps ready. */
export function GeneralSettings(props: SettingsProps) {
  const t = useText();
  const settings = useDesk((desk) => desk.config.settings);
  const secretStorage = useDesk((desk) => desk.config.secretStorage);
  return (
    <Section title={t('settings.general')}>
      <Stack>
        <AppearanceSetting {...props} />
        <LanguageSetting {...props} />
        <SettingSwitch
          {...props}
          name="prepareWindows"
          label={t('settings.prepareWindows')}
          hint={t('settings.prepareWindowsHint')}
        />
        <SettingNumber
          {...props}
          name="popupLimit"
          label={t('settings.popupLimit')}
          hint={t('settings.popupLimitHint')}
          width={420}
          max={50}
        />
        <SettingSwitch
          {...props}
          name="keepSessionCookies"
          label={t('settings.keepSessionCookies')}
          hint={t('settings.keepSessionCookiesHint')}
        />
        {settings.keepSessionCookies && (
          <SettingNumber
            {...props}
            name="sessionCookieHours"
            label={t('settings.sessionCookieHours')}
            width={260}
            max={720}
          />
        )}
        {secretStorage !== 'system' && (
          <SettingSwitch
            {...props}
            name="plaintextSecrets"
            label={t('settings.plaintextSecrets')}
            hint={t('settings.plaintextSecretsHint')}
          />
        )}
      </Stack>
    </Section>
  );
}
