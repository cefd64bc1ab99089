import {
  Input,
  NumberInput,
  SegmentedControl,
  Select,
  Stack,
  Switch,
  Text,
  Title,
} from '@mantine/core';
import type { Input as CommandInput } from '../../../shared/contract/contract.ts';
import { languageSettingSchema } from '../../../shared/model/settings.ts';
import { calls } from '../../api/bridge.ts';
import { useDesk } from '../../api/desk-context.tsx';
import { useCommand } from '../../api/use-command.ts';
import { ProblemList } from '../../ui/problem-list.tsx';
import { Section } from '../../ui/section.tsx';
import { CallSettings } from './call-settings.tsx';
import { ComputerSettings } from './computer-settings.tsx';
import { AgentSettings } from './agent-settings.tsx';
import { PinSettings } from '../admin/pin-settings.tsx';
import { PublishSection } from '../admin/publish-section.tsx';
import { TransferSection } from './transfer-section.tsx';
import { NetworkSettings } from './network-settings.tsx';
import { PermissionSettings } from './permission-settings.tsx';
import { useText } from '../../i18n/use-text.ts';

export type SaveSettings = (settings: CommandInput<'settings.save'>) => void;

export function SettingsPage() {
  const t = useText();
  const app = useDesk((desk) => desk.app);
  const config = useDesk((desk) => desk.config);
  const command = useCommand();
  const save: SaveSettings = (settings) =>
    void command.run(() => calls()['settings.save'](settings));
  const isLocked = (name: string): boolean => config.locked.includes(`settings.${name}`);
  return (
    <Stack maw={820} mx="auto">
      <Title order={1} size="h3">
        {t('settings.title')}
      </Title>
      <ProblemList problems={command.problems} />
      <AgentSettings />
      <GeneralSettings save={save} isLocked={isLocked} />
      <CallSettings save={save} isLocked={isLocked} />
      <ComputerSettings save={save} isLocked={isLocked} />
      <PermissionSettings save={save} locked={isLocked('permissions')} />
      <NetworkSettings save={save} locked={isLocked('network')} />
      <PinSettings save={save} isLocked={isLocked} />
      <TransferSection />
      <PublishSection />
      <Text size="sm" c="dimmed">
        {t('settings.about', { version: app.version, electron: app.electron })}
      </Text>
    </Stack>
  );
}

interface GeneralSettingsProps {
  readonly save: SaveSettings;
  readonly isLocked: (name: string) => boolean;
}

function GeneralSettings({ save, isLocked }: GeneralSettingsProps) {
  const t = useText();
  const config = useDesk((desk) => desk.config);
  const { settings } = config;
  const hint = (name: string, text?: string): string | undefined =>
    isLocked(name) ? t('common.locked') : text;
  return (
    <Section title={t('settings.general')}>
      <Stack>
        <Input.Wrapper label={t('settings.appearance')} description={hint('appearance')}>
          <div>
            <SegmentedControl
              aria-label={t('settings.appearance')}
              data={(['system', 'light', 'dark'] as const).map((value) => ({
                value,
                label: t(`settings.appearances.${value}`),
              }))}
              value={settings.appearance}
              disabled={isLocked('appearance')}
              onChange={(appearance) => save({ appearance })}
            />
          </div>
        </Input.Wrapper>
        <Select
          label={t('settings.language')}
          description={hint('language')}
          maw={260}
          data={[
            { value: 'system', label: t('settings.languageSystem') },
            // In their own words: who reads no Turkish must still find the way out of it.
            { value: 'en', label: 'English' },
            { value: 'tr', label: 'Türkçe' },
            { value: 'nl', label: 'Nederlands' },
          ]}
          value={settings.language}
          allowDeselect={false}
          disabled={isLocked('language')}
          onChange={(value) => {
            const language = languageSettingSchema.safeParse(value);
            if (language.success) save({ language: language.data });
          }}
        />
        <Switch
          label={t('settings.prepareWindows')}
          description={hint('prepareWindows', t('settings.prepareWindowsHint'))}
          checked={settings.prepareWindows}
          disabled={isLocked('prepareWindows')}
          onChange={(event) => save({ prepareWindows: event.currentTarget.checked })}
        />
        <NumberInput
          label={t('settings.popupLimit')}
          description={hint('popupLimit', t('settings.popupLimitHint'))}
          maw={420}
          min={1}
          max={50}
          allowDecimal={false}
          value={settings.popupLimit}
          disabled={isLocked('popupLimit')}
          onBlur={(event) => {
            const popupLimit = Number(event.currentTarget.value);
            if (popupLimit !== settings.popupLimit) save({ popupLimit });
          }}
        />
        <Switch
          label={t('settings.keepSessionCookies')}
          description={hint('keepSessionCookies', t('settings.keepSessionCookiesHint'))}
          checked={settings.keepSessionCookies}
          disabled={isLocked('keepSessionCookies')}
          onChange={(event) => save({ keepSessionCookies: event.currentTarget.checked })}
        />
        {settings.keepSessionCookies && (
          <NumberInput
            label={t('settings.sessionCookieHours')}
            maw={260}
            min={1}
            max={720}
            allowDecimal={false}
            value={settings.sessionCookieHours}
            disabled={isLocked('sessionCookieHours')}
            onBlur={(event) => {
              const hours = Number(event.currentTarget.value);
              if (hours !== settings.sessionCookieHours) save({ sessionCookieHours: hours });
            }}
          />
        )}
        {config.secretStorage !== 'system' && (
          <Switch
            label={t('settings.plaintextSecrets')}
            description={hint('plaintextSecrets', t('settings.plaintextSecretsHint'))}
            checked={settings.plaintextSecrets}
            disabled={isLocked('plaintextSecrets')}
            onChange={(event) => save({ plaintextSecrets: event.currentTarget.checked })}
          />
        )}
      </Stack>
    </Section>
  );
}
