import { Select, Stack, Textarea } from '@mantine/core';
import { numberFormats } from '../../../shared/text/number-format.ts';
import { useDesk } from '../../api/desk-context.tsx';
import { Section } from '../../ui/section.tsx';
import type { SaveSettings } from '../../api/save-settings.ts';
import { useLockedText } from '../../ui/locked-note.tsx';
import { SettingSwitch } from './setting-inputs.tsx';
import { useText } from '../../i18n/use-text.ts';

interface CallSettingsProps {
  readonly save: SaveSettings;
  readonly isLocked: (name: string) => boolean;
}

/** How calls are shown, and what agents may say about them. */
export function CallSettings({ save, isLocked }: CallSettingsProps) {
  const t = useText();
  const numberFormat = useDesk((desk) => desk.config.settings.numberFormat);
  const dispositions = useDesk((desk) => desk.config.settings.dispositions);
  const lines = dispositions.join('\n');
  return (
    <Section title={t('callSettings.title')}>
      <Stack>
        <Select
          label={t('callSettings.numberFormat')}
          description={useLockedText('settings.numberFormat') ?? t('callSettings.numberFormatHint')}
          maw={420}
          data={numberFormats.map((value) => ({
            value,
            label: t(`callSettings.numberFormats.${value}`),
          }))}
          value={numberFormat}
          allowDeselect={false}
          disabled={isLocked('numberFormat')}
          onChange={(value) => {
            const chosen = numberFormats.find((format) => format === value);
            if (chosen !== undefined) save({ numberFormat: chosen });
          }}
        />
        <Textarea
          key={lines}
          label={t('callSettings.dispositions')}
          description={useLockedText('settings.dispositions') ?? t('callSettings.dispositionsHint')}
          maw={420}
          autosize
          minRows={2}
          maxRows={10}
          defaultValue={lines}
          disabled={isLocked('dispositions')}
          onBlur={(event) => {
            const given = event.currentTarget.value.split('\n').map((line) => line.trim());
            const next = [...new Set(given)].filter((line) => line !== '');
            if (next.join('\n') !== lines) save({ dispositions: next });
          }}
        />
        <SettingSwitch
          save={save}
          isLocked={isLocked}
          name="keepNotes"
          label={t('callSettings.keepNotes')}
          hint={t('callSettings.keepNotesHint')}
        />
      </Stack>
    </Section>
  );
}
