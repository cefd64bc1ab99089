import { PasswordInput, SimpleGrid, Stack, TextInput } from '@mantine/core';
import type { Settings } from '../../../shared/model/settings.ts';
import { useDesk } from '../../api/desk-context.tsx';
import { useText } from '../../i18n/use-text.ts';
import { LockedNote } from '../../ui/locked-note.tsx';
import { switchItem, type SettingsProps } from './setting-inputs.tsx';
import type { SettingSection } from './setting-sections.ts';
import { useSettingForm } from './use-setting-form.ts';

type Network = Settings['network'];

const valuesOf = ({ caFile = '', proxyUsername = '' }: Network) => ({
  network: { caFile, proxyUsername, proxyPassword: '' },
});

/** What is empty is left out, but for the password: that one stays as it is stored. */
const networkOf = ({ network }: ReturnType<typeof valuesOf>, stored: Network) => ({
  network: {
    ...(stored.proxyPassword && { proxyPassword: stored.proxyPassword }),
    ...Object.fromEntries(Object.entries(network).filter(([, text]) => text !== '')),
  },
});

/** What a company's network asks for, and how secrets are kept where the system cannot. */
export function useNetworkSections(props: SettingsProps): readonly SettingSection[] {
  const t = useText();
  const secretStorage = useDesk((desk) => desk.config.secretStorage);
  const network: SettingSection = {
    title: t('settings.network'),
    items: [
      {
        key: 'network',
        words: [
          t('settings.caFile'),
          t('settings.caFileHint'),
          t('settings.proxyUsername'),
          t('settings.proxyPassword'),
        ],
        content: <NetworkFields locked={props.isLocked('network')} />,
      },
    ],
  };
  const secrets: SettingSection = {
    title: t('settings.secrets'),
    items: [
      switchItem({
        ...props,
        name: 'plaintextSecrets',
        label: t('settings.plaintextSecrets'),
        hint: t('settings.plaintextSecretsHint'),
      }),
    ],
  };
  return secretStorage === 'system' ? [network] : [network, secrets];
}

function NetworkFields({ locked }: { locked: boolean }) {
  const t = useText();
  const network = useDesk((desk) => desk.config.settings.network);
  const { form, leaving } = useSettingForm({
    values: () => valuesOf(network),
    toInput: (values) => networkOf(values, network),
  });
  return (
    <Stack>
      <LockedNote part="settings.network" />
      <TextInput
        label={t('settings.caFile')}
        description={t('settings.caFileHint')}
        disabled={locked}
        {...form.getInputProps('network.caFile')}
        {...leaving}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput
          label={t('settings.proxyUsername')}
          disabled={locked}
          {...form.getInputProps('network.proxyUsername')}
          {...leaving}
        />
        <PasswordInput
          label={t('settings.proxyPassword')}
          disabled={locked}
          placeholder={network.proxyPassword === undefined ? '' : '••••••'}
          {...form.getInputProps('network.proxyPassword')}
          {...leaving}
        />
      </SimpleGrid>
    </Stack>
  );
}
