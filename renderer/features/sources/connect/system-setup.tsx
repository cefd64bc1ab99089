import { SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import type { ConnectSystem, ConnectWayName } from '../../../../shared/connect/connect-system.ts';
import { useText } from '../../../i18n/use-text.ts';
import { FirstEvent } from './first-event.tsx';
import { GatewaySetup } from './gateway-setup.tsx';
import { HereSetup } from './here-setup.tsx';
import { ServerSetup } from './server-setup.tsx';
import { systemLabel } from './system-label.ts';
import type { NewSource, SetupProps } from './setup-props.ts';

interface SystemSetupProps {
  readonly system: ConnectSystem;
  readonly onLeave: () => void;
}

/** What to enter where, and then the first event. */
export function SystemSetup({ system, onLeave }: SystemSetupProps) {
  const t = useText();
  const label = systemLabel(system, t);
  const [wayName, setWayName] = useState<ConnectWayName>(system.ways[0].name);
  const [created, setCreated] = useState<NewSource | undefined>();
  const way = system.ways.find(({ name }) => name === wayName) ?? system.ways[0];
  return (
    <Stack gap="lg">
      <Title order={2} size="h4">
        {label}
      </Title>
      {system.ways.length > 1 && created === undefined && (
        <SegmentedControl
          aria-label={t('connect.way')}
          data={system.ways.map(({ name }) => ({ value: name, label: t(`connect.short.${name}`) }))}
          value={wayName}
          onChange={setWayName}
        />
      )}
      <Text>{t(`connect.intro.${way.name}`, { system: label })}</Text>
      <WaySetup system={system} way={way} label={label} created={created} onCreated={setCreated} />
      {created !== undefined && (
        <FirstEvent
          number={way.name === 'gateway' ? 4 : 3}
          source={created}
          system={label}
          onLeave={onLeave}
        />
      )}
    </Stack>
  );
}

function WaySetup(props: SetupProps) {
  switch (props.way.name) {
    case 'here':
      return <HereSetup {...props} />;
    case 'gateway':
      return <GatewaySetup {...props} />;
    case 'connects':
      return <ServerSetup {...props} />;
  }
}
