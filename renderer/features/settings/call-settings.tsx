import { Select, Textarea } from '@mantine/core';
import { numberFormats } from '../../../shared/text/number-format.ts';
import { useDesk } from '../../api/desk-context.tsx';
import { useText } from '../../i18n/use-text.ts';
import { useDialSection } from './dial-settings.tsx';
import { switchItem, useSetting, type SettingsProps } from './setting-inputs.tsx';
import type { SettingSection } from './setting-sections.ts';
import { useSettingForm } from './use-setting-form.ts';

/** How calls are shown, what agents may say about them, and what a click on a number does. */
export function useCallSections(props: SettingsProps): readonly SettingSection[] {
  const t = useText();
  const dial = useDialSection(props);
  return [
    {
      title: t('settings.numbers'),
      items: [
        {
          key: 'numberFormat',
          words: [t('callSettings.numberFormat'), t('callSettings.numberFormatHint')],
          content: <NumberFormatSelect {...props} />,
        },
      ],
    },
    {
      title: t('settings.notes'),
      items: [
        {
          key: 'dispositions',
          words: [t('callSettings.dispositions'), t('callSettings.dispositionsHint')],
          content: <Dispositions {...props} />,
        },
        switchItem({
          ...props,
          name: 'keepNotes',
          label: t('callSettings.keepNotes'),
          hint: t('callSettings.keepNotesHint'),
        }),
      ],
    },
    dial,
  ];
}

function NumberFormatSelect(props: SettingsProps) {
  const t = useText();
  const numberFormat = useDesk((desk) => desk.config.settings.numberFormat);
  const said = { name: 'numberFormat', label: t('callSettings.numberFormat') };
  return (
    <Select
      {...useSetting({ ...props, ...said, hint: t('callSettings.numberFormatHint') })}
      maw={420}
      data={numberFormats.map((value) => ({
        value,
        label: t(`callSettings.numberFormats.${value}`),
      }))}
      value={numberFormat}
      allowDeselect={false}
      onChange={(value) => {
        const chosen = numberFormats.find((format) => format === value);
        if (chosen !== undefined) props.save({ numberFormat: chosen });
      }}
    />
  );
}

function Dispositions(props: SettingsProps) {
  const t = useText();
  const stored = useDesk((desk) => desk.config.settings.dispositions);
  const { form, leaving } = useSettingForm({
    values: () => ({ dispositions: stored.join('\n') }),
    toInput: ({ dispositions }) => {
      const lines = dispositions.split('\n').map((line) => line.trim());
      return { dispositions: [...new Set(lines)].filter((line) => line !== '') };
    },
  });
  const said = { name: 'dispositions', label: t('callSettings.dispositions') };
  return (
    <Textarea
      {...useSetting({ ...props, ...said, hint: t('callSettings.dispositionsHint') })}
      maw={420}
      autosize
      minRows={2}
      maxRows={10}
      {...form.getInputProps('dispositions')}
      {...leaving}
    />
  );
}
