import { NumberInput, Switch, TextInput } from '@mantine/core';
import { useDesk } from '../../api/desk-context.tsx';
import { useLockedText } from '../../ui/locked-note.tsx';
import type { SaveSettings } from '../../api/save-settings.ts';
import type { SettingItem } from './setting-sections.ts';
import classes from './settings.module.css';
import { useSettingForm } from './use-setting-form.ts';

export interface SettingsProps {
  readonly save: SaveSettings;
  readonly isLocked: (name: string) => boolean;
}

type SwitchName =
  | 'prepareWindows'
  | 'keepSessionCookies'
  | 'plaintextSecrets'
  | 'closeToTray'
  | 'launchAtLogin'
  | 'miniCard'
  | 'notifications'
  | 'openLinks'
  | 'dialWithoutAsking'
  | 'keepNotes';
type NumberName = 'popupLimit' | 'sessionCookieHours';

interface SettingProps<Name> extends SettingsProps {
  readonly name: Name;
  readonly label: string;
  readonly hint?: string;
}

/** What a company decides can be seen, not changed, and says so in the place of its hint. */
export function useSetting({ isLocked, name, label, hint }: Omit<SettingProps<string>, 'save'>) {
  const locked = useLockedText(`settings.${name}`);
  return { label, disabled: isLocked(name), description: locked ?? hint };
}

/** A setting that is on or off, saved when it is switched. */
export function SettingSwitch(props: SettingProps<SwitchName>) {
  const settings = useDesk((desk) => desk.config.settings);
  const { name, save } = props;
  return (
    <Switch
      {...useSetting(props)}
      labelPosition="left"
      classNames={{ body: classes['switch'] ?? '' }}
      checked={settings[name]}
      onChange={(event) => save({ [name]: event.currentTarget.checked })}
    />
  );
}

export const switchItem = (props: SettingProps<SwitchName>): SettingItem => ({
  key: props.name,
  words: [props.label, props.hint],
  content: <SettingSwitch {...props} />,
});

interface SettingNumberProps extends Omit<SettingProps<NumberName>, 'save'> {
  readonly max: number;
}

/** A number, saved when it is left and not at each digit. */
function SettingNumber({ max, ...props }: SettingNumberProps) {
  const { name } = props;
  const stored = useDesk((desk) => desk.config.settings[name]);
  const { form, leaving } = useSettingForm({
    values: (): Partial<Record<string, number>> => ({ [name]: stored }),
  });
  return (
    <NumberInput
      {...useSetting(props)}
      maw={520}
      styles={{ wrapper: { maxWidth: 260 } }}
      min={1}
      max={max}
      allowDecimal={false}
      {...form.getInputProps(name)}
      {...leaving}
    />
  );
}

export const numberItem = (props: SettingNumberProps): SettingItem => ({
  key: props.name,
  words: [props.label, props.hint],
  content: <SettingNumber {...props} />,
});

type TextName = 'supportName' | 'supportAddress';

/** A text, saved when it is left; what is wrong with it stands below it. */
export function SettingText(props: Omit<SettingProps<TextName>, 'save'>) {
  const { name } = props;
  const stored = useDesk((desk) => desk.config.settings[name]) ?? '';
  const { form, leaving } = useSettingForm({
    values: (): Partial<Record<string, string>> => ({ [name]: stored }),
  });
  return <TextInput {...useSetting(props)} maw={520} {...form.getInputProps(name)} {...leaving} />;
}
