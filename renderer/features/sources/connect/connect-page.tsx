import { Button, Group, Stack, Title } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useState } from 'react';
import type { ConnectSystem } from '../../../../shared/connect/connect-system.ts';
import { useText } from '../../../i18n/use-text.ts';
import { SystemSetup } from './system-setup.tsx';
import { SystemTiles } from './system-tiles.tsx';

interface ConnectPageProps {
  /** Back to the list of sources. */
  readonly onLeave: () => void;
  /** For those who know what to enter. */
  readonly onAdd: () => void;
}

/** From the choice of a phone system to its first event. */
export function ConnectPage({ onLeave, onAdd }: ConnectPageProps) {
  const t = useText();
  const [system, setSystem] = useState<ConnectSystem | undefined>();
  const back = system === undefined ? onLeave : () => setSystem(undefined);
  return (
    <Stack maw={860} mx="auto" w="100%">
      <Group justify="space-between">
        <Title order={1} size="h3">
          {t('connect.title')}
        </Title>
        <Group>
          <Button
            variant="default"
            leftSection={<IconArrowLeft size={16} aria-hidden />}
            onClick={back}
          >
            {t(system === undefined ? 'connect.toSources' : 'connect.back')}
          </Button>
          {system === undefined && (
            <Button variant="default" onClick={onAdd}>
              {t('sources.add')}
            </Button>
          )}
        </Group>
      </Group>
      {system === undefined ? (
        <SystemTiles onChoose={setSystem} />
      ) : (
        <SystemSetup key={system.name} system={system} onLeave={onLeave} />
      )}
    </Stack>
  );
}
