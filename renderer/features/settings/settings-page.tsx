import { Stack, Title } from '@mantine/core';
import { calls } from '../../api/bridge.ts';
import { useDesk } from '../../api/desk-context.tsx';
import type { SaveSettings } from '../../api/save-settings.ts';
import { useCommand } from '../../api/use-command.ts';
import { ProblemList } from '../../ui/problem-list.tsx';
import { About } from './about.tsx';
import { CallSettings } from './call-settings.tsx';
import { ComputerSettings } from './computer-settings.tsx';
import { GeneralSettings } from './general-settings.tsx';
import { AgentSettings } from './agent-settings.tsx';
import { PinSettings } from '../admin/pin-settings.tsx';
import { PublishSection } from '../admin/publish-section.tsx';
import { TransferSection } from './transfer-section.tsx';
import { ManagedSection } from './managed-section.tsx';
import { NetworkSettings } from './network-settings.tsx';
import { PermissionSettings } from './permission-settings.tsx';
import { useText } from '../../i18n/use-text.ts';

export function SettingsPage() {
  const t = useText();
  const config = useDesk((desk) => desk.config);
  const command = useCommand();
  const save: SaveSettings = (settings) =>
    void command.run(() => calls()['settings.save'](settings));
  const isLocked = (name: string): boolean => config.locked[`settings.${name}`] !== undefined;
  return (
    <Stack maw={820} mx="auto">
      <Title order={1} size="h3">
        {t('settings.title')}
      </Title>
      <ProblemList problems={command.problems} />
      <ManagedSection />
      <AgentSettings />
      <GeneralSettings save={save} isLocked={isLocked} />
      <CallSettings save={save} isLocked={isLocked} />
      <ComputerSettings save={save} isLocked={isLocked} />
      <PermissionSettings save={save} locked={isLocked('permissions')} />
      <NetworkSettings locked={isLocked('network')} />
      <PinSettings save={save} isLocked={isLocked} />
      <TransferSection />
      <PublishSection />
      <About />
    </Stack>
  );
}
