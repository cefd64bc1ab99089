import { NumberInput, Switch, TextInput } from '@mantine/core';
import { administrationProcedures } from '../../../shared/contract/administration.ts';
import { calls } from '../../api/bridge.ts';
import { useDesk } from '../../api/desk-context.tsx';
import { useCommand } from '../../api/use-command.ts';
import { useCommandForm } from '../../forms/use-command-form.ts';
import { useLockedText } from '../../ui/locked-note.tsx';
import type { SaveSettings } from '../../api/save-settings.ts';

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
      checked={settings[name]}
      onChange={(event) => save({ [name]: event.currentTarget.checked })}
    />
  );
}

interface SettingNumberProps extends SettingProps<NumberName> {
  readonly width: number;
  readonly max: number;
}

/** A number, saved when it is left and not at each digit. */
export function SettingNumber({ width, max, ...props }: SettingNumberProps) {
  const settings = useDesk((desk) => desk.config.settings);
  const { name, save } = props;
  return (
    <NumberInput
      {...useSetting(props)}
      maw={width}
      min={1}
      max={max}
      allowDecimal={false}
      value={settings[name]}
      onBlur={(event) => {
        const number = Number(event.currentTarget.value);
        if (number !== settings[name]) save({ [name]: number });
      }}
    />
  );
}

type TextName = 'supportName' | 'supportAddress';

/** A text, saved when it is left; what is wrong with it stands below it. */
export function SettingText(props: Omit<SettingProps<TextName>, 'save'>) {
  const { name } = props;
  const stored = useDesk((desk) => desk.config.settings[name]) ?? '';
  // Changed elsewhere, as by an import: the field begins anew.
  return <StoredText key={stored} {...props} stored={stored} />;
}

type StoredTextProps = Omit<SettingProps<TextName>, 'save'> & { readonly stored: string };

function StoredText({ stored, ...props }: StoredTextProps) {
  const { name } = props;
  const { form, save } = useCommandForm({
    command: useCommand(),
    values: (): Partial<Record<string, string>> => ({ [name]: stored }),
    schema: administrationProcedures['settings.save'].input,
    send: calls()['settings.save'],
  });
  return (
    <TextInput
      {...useSetting(props)}
      maw={520}
      {...form.getInputProps(name)}
      onBlur={() => {
        if (form.values[name]?.trim() !== stored) void save();
      }}
    />
  );
}
