import { Card, SimpleGrid, Stack, Text, Title, UnstyledButton } from '@mantine/core';
import type { ConnectSystem } from '../../../../shared/connect/connect-system.ts';
import { connectSystems, otherSystem } from '../../../../shared/connect/systems.ts';
import { useText } from '../../../i18n/use-text.ts';
import { systemLabel } from './system-label.ts';
import classes from './system-tiles.module.css';

interface TilesProps {
  readonly onChoose: (system: ConnectSystem) => void;
}

/** Every phone system that has a way of its own, and one for all others. */
export function SystemTiles({ onChoose }: TilesProps) {
  const t = useText();
  const of = (kind: ConnectSystem['kind']) => connectSystems.filter((one) => one.kind === kind);
  return (
    <Stack gap="lg">
      <Text>{t('connect.choose')}</Text>
      <TileGroup title={t('connect.systems')} systems={of('system')} onChoose={onChoose} />
      <TileGroup title={t('connect.phones')} systems={of('phone')} onChoose={onChoose} />
      <TileGroup title={t('connect.others')} systems={[otherSystem]} onChoose={onChoose} />
    </Stack>
  );
}

interface GroupProps extends TilesProps {
  readonly title: string;
  readonly systems: readonly ConnectSystem[];
}

function TileGroup({ title, systems, onChoose }: GroupProps) {
  const t = useText();
  return (
    <Stack gap="xs" component="section" aria-label={title}>
      <Title order={2} size="h5">
        {title}
      </Title>
      <SimpleGrid cols={{ base: 2, xs: 3, sm: 4 }} spacing="sm">
        {systems.map((system) => (
          <UnstyledButton
            key={system.name}
            data-testid={`tile-${system.name}`}
            className={classes['tile']}
            onClick={() => onChoose(system)}
          >
            <Card withBorder padding="sm" h="100%" className={classes['card']}>
              <Text fw={600} size="sm">
                {systemLabel(system, t)}
              </Text>
              <Text size="xs" c="dimmed">
                {t(`connect.short.${system.kind === 'other' ? 'any' : system.ways[0].name}`)}
              </Text>
            </Card>
          </UnstyledButton>
        ))}
      </SimpleGrid>
    </Stack>
  );
}
