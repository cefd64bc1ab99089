import { Input, SegmentedControl, Select, Stack } from '@mantine/core';
import { languageSettingSchema } from '../../../shared/model/settings.ts';
import { useDesk } from '../../api/desk-context.tsx';
import { Section } from '../../ui/section.tsx';
import { SettingNumber, SettingSwitch, useSetting, type SettingsProps } from './setting-inputs.tsx';
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

function AppearanceSetting(props: SettingsProps) {
  const t = useText();
  const appearance = useDesk((desk) => desk.config.settings.appearance);
  const label = t('settings.appearance');
  const { disabled, description } = useSetting({ ...props, name: 'appearance', label });
  return (
    <Input.Wrapper label={label} description={description}>
      <div>
        <SegmentedControl
          aria-label={label}
          data={(['system', 'light', 'dark'] as const).map((value) => ({
            value,
            label: t(`settings.appearances.${value}`),
          }))}
          value={appearance}
          disabled={disabled}
          onChange={(chosen) => props.save({ appearance: chosen })}
        />
      </div>
    </Input.Wrapper>
  );
}

function LanguageSetting(props: SettingsProps) {
  const t = useText();
  const language = useDesk((desk) => desk.config.settings.language);
  return (
    <Select
      {...useSetting({ ...props, name: 'language', label: t('settings.language') })}
      maw={260}
      data={[
        { value: 'system', label: t('settings.languageSystem') },
        // In their own words: who reads no Turkish must still find the way out of it.
        { value: 'en', label: 'English' },
        { value: 'tr', label: 'Türkçe' },
        { value: 'nl', label: 'Nederlands' },
      ]}
      value={language}
      allowDeselect={false}
      onChange={(value) => {
        const chosen = languageSettingSchema.safeParse(value);
        if (chosen.success) props.save({ language: chosen.data });
      }}
    />
  );
}
