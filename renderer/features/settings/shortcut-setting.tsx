import { useDesk } from '../../api/desk-context.tsx';
import { ShortcutField } from '../../ui/shortcut-field.tsx';
import { useText } from '../../i18n/use-text.ts';
import { useSetting, type SettingsProps } from './setting-inputs.tsx';

/** The keys that bring the desk to the front from everywhere. */
export function ShortcutSetting({ save, isLocked }: SettingsProps) {
  const t = useText();
  const { shortcut = '' } = useDesk((desk) => desk.config.settings);
  const field = useSetting({
    isLocked,
    name: 'shortcut',
    label: t('computer.shortcut'),
    hint: t('computer.hints.shortcut'),
  });
  return (
    <ShortcutField {...field} value={shortcut} onSave={(chosen) => save({ shortcut: chosen })} />
  );
}
