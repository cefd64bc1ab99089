import { Stack, TextInput } from '@mantine/core';
import { addressWarnings } from '../../../shared/config/secret-warnings.ts';
import {
  addressText,
  keyNamesIn,
  type AddressSetting,
} from '../../../shared/model/keyed-address.ts';
import type { SecretInput } from '../../../shared/model/secret.ts';
import { useDesk } from '../../api/desk-context.tsx';
import { useText } from '../../i18n/use-text.ts';
import { SecretField } from '../../ui/secret-field.tsx';
import { WarningList } from '../../ui/warning-list.tsx';
import { useSetting, type SettingsProps } from './setting-inputs.tsx';
import type { SettingItem } from './setting-sections.ts';
import { useSettingForm } from './use-setting-form.ts';

interface AddressProps extends Omit<SettingsProps, 'save'> {
  readonly name: 'clickToCall' | 'forwardLog';
  readonly label: string;
  readonly hint: string;
}

interface Address {
  readonly url: string;
  readonly keys: Readonly<Record<string, SecretInput>>;
}

const addressOf = (setting: AddressSetting): Address => ({
  url: addressText(setting),
  keys: typeof setting === 'object' ? setting.keys : {},
});

/** An address and its keys, saved when they are left; what is wrong stands below it. */
function AddressSettingFields(props: AddressProps) {
  const t = useText();
  const { name } = props;
  const before = addressOf(useDesk((desk) => desk.config.settings[name]));
  const { form, leaving } = useSettingForm({
    values: (): Partial<Record<string, Address>> => ({ [name]: before }),
    toInput: ({ [name]: address = before }) => ({ [name]: address.url.trim() && address }),
  });
  const field = useSetting(props);
  return (
    <Stack gap="xs" maw={520} {...leaving}>
      <TextInput {...field} {...form.getInputProps(`${name}.url`)} />
      {keyNamesIn(form.values[name]?.url ?? '').map((key) => (
        <SecretField
          key={key}
          label={t('computer.addressKey', { field: props.label, placeholder: `{${key}}` })}
          disabled={field.disabled}
          stored={before.keys[key]}
          {...form.getInputProps(`${name}.keys.${key}`)}
        />
      ))}
      <WarningList warnings={addressWarnings(form.values[name])} />
    </Stack>
  );
}

export const addressItem = (props: AddressProps): SettingItem => ({
  key: props.name,
  words: [props.label, props.hint],
  content: <AddressSettingFields {...props} />,
});
