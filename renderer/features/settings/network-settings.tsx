import { Button, Group, PasswordInput, Stack, TextInput } from '@mantine/core';
import { administrationProcedures } from '../../../shared/contract/administration.ts';
import type { Settings } from '../../../shared/model/settings.ts';
import { calls } from '../../api/bridge.ts';
import { useDesk } from '../../api/desk-context.tsx';
import { useCommand } from '../../api/use-command.ts';
import { useCommandForm } from '../../forms/use-command-form.ts';
import { LockedNote } from '../../ui/locked-note.tsx';
import { ProblemList } from '../../ui/problem-list.tsx';
import { Section } from '../../ui/section.tsx';
import { useText } from '../../i18n/use-text.ts';

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

/** What a company's network asks for: its authority and its proxy's credentials. */
export function NetworkSettings({ locked }: { locked: boolean }) {
  const t = useText();
  const network = useDesk((desk) => desk.config.settings.network);
  const { form, command, save } = useCommandForm({
    command: useCommand(),
    values: () => valuesOf(network),
    schema: administrationProcedures['settings.save'].input,
    toInput: (values) => networkOf(values, network),
    send: calls()['settings.save'],
  });
  return (
    <Section title={t('settings.network')}>
      <Stack gap="sm">
        <LockedNote part="settings.network" />
        <TextInput
          label={t('settings.caFile')}
          description={t('settings.caFileHint')}
          disabled={locked}
          {...form.getInputProps('network.caFile')}
        />
        <Group grow>
          <TextInput
            label={t('settings.proxyUsername')}
            disabled={locked}
            {...form.getInputProps('network.proxyUsername')}
          />
          <PasswordInput
            label={t('settings.proxyPassword')}
            disabled={locked}
            placeholder={network.proxyPassword === undefined ? '' : '••••••'}
            {...form.getInputProps('network.proxyPassword')}
          />
        </Group>
        <ProblemList problems={command.problems} />
        {!locked && (
          <Group justify="flex-end">
            <Button variant="default" loading={command.busy} onClick={() => void save()}>
              {t('common.save')}
            </Button>
          </Group>
        )}
      </Stack>
    </Section>
  );
}
