import { Input, SegmentedControl, Select } from '@mantine/core';
import { languageSettingSchema } from '../../../shared/model/settings.ts';
import { useDesk } from '../../api/desk-context.tsx';
import { languageNames } from './language-names.ts';
import { useSetting, type SettingsProps } from './setting-inputs.tsx';
import { useText } from '../../i18n/use-text.ts';

export function AppearanceSetting(props: SettingsProps) {
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

export function LanguageSetting(props: SettingsProps) {
  const t = useText();
  const language = useDesk((desk) => desk.config.settings.language);
  return (
    <Select
      {...useSetting({ ...props, name: 'language', label: t('settings.language') })}
      maw={260}
      data={[
        { value: 'system', label: t('settings.languageSystem') },
        ...Object.entries(languageNames).map(([value, label]) => ({ value, label })),
      ]}
      value={language}
      allowDeselect={false}
      // Elsewhere in the document a press on an option would close the menu that it is in.
      comboboxProps={{ withinPortal: false }}
      onChange={(value) => {
        const chosen = languageSettingSchema.safeParse(value);
        if (chosen.success) props.save({ language: chosen.data });
      }}
    />
  );
}
