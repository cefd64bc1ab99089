import { Button, Group, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useDesk } from '../../api/desk-context.tsx';
import { LockedNote } from '../../ui/locked-note.tsx';
import { Section } from '../../ui/section.tsx';
import type { SaveSettings } from './settings-page.tsx';
import { useText } from '../../i18n/use-text.ts';

/** What a company's network asks for: its authority and its proxy's credentials. */
export function NetworkSettings({ save, locked }: { save: SaveSettings; locked: boolean }) {
  const t = useText();
  const network = useDesk((desk) => desk.config.settings.network);
  const [caFile, setCaFile] = useState(network.caFile ?? '');
  const [username, setUsername] = useState(network.proxyUsername ?? '');
  const [password, setPassword] = useState('');
  return (
    <Section title={t('settings.network')}>
      <Stack gap="sm">
        {locked && <LockedNote />}
        <TextInput
          label={t('settings.caFile')}
          description={t('settings.caFileHint')}
          value={caFile}
          disabled={locked}
          onChange={(event) => setCaFile(event.currentTarget.value)}
        />
        <Group grow>
          <TextInput
            label={t('settings.proxyUsername')}
            value={username}
            disabled={locked}
            onChange={(event) => setUsername(event.currentTarget.value)}
          />
          <PasswordInput
            label={t('settings.proxyPassword')}
            value={password}
            disabled={locked}
            placeholder={network.proxyPassword === undefined ? '' : '••••••'}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
        </Group>
        {!locked && (
          <Group justify="flex-end">
            <Button
              variant="default"
              onClick={() =>
                save({
                  network: {
                    ...(caFile !== '' && { caFile }),
                    ...(username !== '' && { proxyUsername: username }),
                    ...(password !== ''
                      ? { proxyPassword: password }
                      : network.proxyPassword && { proxyPassword: network.proxyPassword }),
                  },
                })
              }
            >
              {t('common.save')}
            </Button>
          </Group>
        )}
      </Stack>
    </Section>
  );
}
