import { Text } from '@mantine/core';
import { useText } from '../../../i18n/use-text.ts';
import { serverSource } from './connect-draft.ts';
import { EditSource } from './edit-source.tsx';
import type { SetupProps } from './setup-props.ts';
import { Step } from './step.tsx';

/** Ringcue connects to the phone system's own server. */
export function ServerSetup({ system, label, created, onCreated }: SetupProps) {
  const t = useText();
  return (
    <>
      <Step number={1} title={t('connect.setUpThere', { system: label })}>
        <Text size="sm">{t('connect.server.access')}</Text>
      </Step>
      <Step number={2} title={t('connect.server.here')}>
        <Text size="sm">{t('connect.server.hereHint')}</Text>
        {created === undefined ? (
          <EditSource
            make={() => serverSource(system, label)}
            button={t('connect.server.connect')}
            onCreated={onCreated}
          />
        ) : (
          <Text size="sm">{t('connect.saved')}</Text>
        )}
      </Step>
    </>
  );
}
