import type { FocusEvent } from 'react';
import { Stack, TextInput } from '@mantine/core';
import { addressWarnings } from '../../../shared/config/secret-warnings.ts';
import { administrationProcedures } from '../../../shared/contract/administration.ts';
import {
  addressText,
  keyNamesIn,
  type AddressSetting,
} from '../../../shared/model/keyed-address.ts';
import type { SecretInput } from '../../../shared/model/secret.ts';
import { calls } from '../../api/bridge.ts';
import { useDesk } from '../../api/desk-context.tsx';
import { useCommand } from '../../api/use-command.ts';
import { useCommandForm } from '../../forms/use-command-form.ts';
import { useText } from '../../i18n/use-text.ts';
import { SecretField } from '../../ui/secret-field.tsx';
import { WarningList } from '../../ui/warning-list.tsx';
import { useSetting, type SettingsProps } from './setting-inputs.tsx';

type AddressName = 'clickToCall' | 'forwardLog';

interface AddressProps extends Omit<SettingsProps, 'save'> {
  readonly name: AddressName;
  readonly label: string;
  readonly hint: string;
}

interface Address {
  readonly url: string;
  readonly keys: Readonly<Record<string, SecretInput>>;
}

/** An address and its keys, saved when they are left; what is wrong stands below it. */
export function AddressSettingFields(props: AddressProps) {
  const stored = useDesk((desk) => desk.config.settings[props.name]);
  // Changed elsewhere, or a key was taken out of it: the fields begin anew.
  return <StoredAddress key={JSON.stringify(stored)} {...props} stored={stored} />;
}

const addressOf = (setting: AddressSetting): Address => ({
  url: addressText(setting),
  keys: typeof setting === 'object' ? setting.keys : {},
});

function StoredAddress({ stored, ...props }: AddressProps & { readonly stored: AddressSetting }) {
  const t = useText();
  const { name } = props;
  const before = addressOf(stored);
  const { form, changed, save } = useCommandForm({
    command: useCommand(),
    values: (): Partial<Record<string, Address>> => ({ [name]: before }),
    schema: administrationProcedures['settings.save'].input,
    send: calls()['settings.save'],
    toInput: ({ [name]: address = before }) => ({ [name]: address.url.trim() && address }),
  });
  const leave = ({ currentTarget, relatedTarget }: FocusEvent): void => {
    if (changed && !currentTarget.contains(relatedTarget)) void save();
  };
  const field = useSetting(props);
  return (
    <Stack gap="xs" maw={520} onBlur={leave}>
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
