import { Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { deskAddress, feedAddress } from '../../../../shared/connect/gateway-addresses.ts';
import { gatewayFeed, namesNoAgent } from '../../../../shared/connect/gateway-feed.ts';
import { useText } from '../../../i18n/use-text.ts';
import { CopyField } from '../../../ui/copy-field.tsx';
import { gatewaySource } from './connect-draft.ts';
import { EditSource } from './edit-source.tsx';
import { EntriesThere } from './entries-there.tsx';
import type { SetupProps } from './setup-props.ts';
import { Step } from './step.tsx';

/** The phone system calls a gateway in the internet, and the desks connect to that. */
export function GatewaySetup({ system, way, label, created, onCreated }: SetupProps) {
  const t = useText();
  const [host, setHost] = useState('gateway.example.com');
  return (
    <>
      <Step number={1} title={t('connect.gateway.feed')}>
        <Text size="sm">{t('connect.gateway.feedHint')}</Text>
        <CopyField
          label={t('connect.gateway.feedField')}
          value={JSON.stringify(gatewayFeed(system))}
        />
        {namesNoAgent(system) && (
          <Text size="sm">{t('connect.gateway.routesHint', { system: label })}</Text>
        )}
        <TextInput
          label={t('connect.gateway.host')}
          value={host}
          maxLength={250}
          onChange={(event) => setHost(event.currentTarget.value.trim())}
        />
      </Step>
      <Step number={2} title={t('connect.setUpThere', { system: label })}>
        <EntriesThere way={way} label={label} address={feedAddress(host, system.name)} />
        <Text size="sm" c="dimmed">
          {t('connect.gateway.secretHint')}
        </Text>
      </Step>
      <Step number={3} title={t('connect.gateway.desk')}>
        <Text size="sm">{t('connect.gateway.deskHint')}</Text>
        {created === undefined ? (
          <EditSource
            make={() => gatewaySource(label, deskAddress(host))}
            button={t('connect.gateway.connect')}
            onCreated={onCreated}
          />
        ) : (
          <Text size="sm">{t('connect.saved')}</Text>
        )}
      </Step>
    </>
  );
}
