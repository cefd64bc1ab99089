import { Button, Group, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useDesk } from '../../api/desk-context.tsx';
import { useTexts } from '../../i18n/use-texts.ts';
import { LockedNote } from '../../ui/locked-note.tsx';
import { Section } from '../../ui/section.tsx';
import type { SaveSettings } from './settings-page.tsx';

/** What a company's network asks for: its authority and its proxy's credentials. */
export function NetworkSettings({ save, locked }: { save: SaveSettings; locked: boolean }) {
  const texts = useTexts();
  const form = texts.settings;
  const { network } = useDesk().config.settings;
  const [caFile, setCaFile] = useState(network.caFile ?? '');
  const [username, setUsername] = useState(network.proxyUsername ?? '');
  const [password, setPassword] = useState('');
  return (
    <Section title={form.network}>
      <Stack gap="sm">
        {locked && <LockedNote />}
        <TextInput
          label={form.caFile}
          description={form.caFileHint}
          value={caFile}
          disabled={locked}
          onChange={(event) => setCaFile(event.currentTarget.value)}
        />
        <Group grow>
          <TextInput
            label={form.proxyUsername}
            value={username}
            disabled={locked}
            onChange={(event) => setUsername(event.currentTarget.value)}
          />
          <PasswordInput
            label={form.proxyPassword}
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
              {texts.common.save}
            </Button>
          </Group>
        )}
      </Stack>
    </Section>
  );
}
