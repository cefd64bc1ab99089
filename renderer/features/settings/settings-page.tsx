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
import { useTexts } from '../../i18n/use-texts.ts';
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

export type SaveSettings = (settings: CommandInput<'settings.save'>) => void;

export function SettingsPage() {
  const texts = useTexts();
  const { app, config } = useDesk();
  const command = useCommand();
  const save: SaveSettings = (settings) =>
    void command.run(() => calls()['settings.save'](settings));
  const isLocked = (name: string): boolean => config.locked.includes(`settings.${name}`);
  return (
    <Stack maw={820} mx="auto">
      <Title order={1} size="h3">
        {texts.settings.title}
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
        {texts.settings.about(app.version, app.electron)}
      </Text>
    </Stack>
  );
}

interface GeneralSettingsProps {
  readonly save: SaveSettings;
  readonly isLocked: (name: string) => boolean;
}

function GeneralSettings({ save, isLocked }: GeneralSettingsProps) {
  const texts = useTexts();
  const form = texts.settings;
  const { config } = useDesk();
  const { settings } = config;
  const hint = (name: string, text?: string): string | undefined =>
    isLocked(name) ? texts.common.locked : text;
  return (
    <Section title={form.general}>
      <Stack>
        <Input.Wrapper label={form.appearance} description={hint('appearance')}>
          <div>
            <SegmentedControl
              aria-label={form.appearance}
              data={(['system', 'light', 'dark'] as const).map((value) => ({
                value,
                label: form.appearances[value],
              }))}
              value={settings.appearance}
              disabled={isLocked('appearance')}
              onChange={(appearance) => save({ appearance })}
            />
          </div>
        </Input.Wrapper>
        <Select
          label={form.language}
          description={hint('language')}
          maw={260}
          data={[
            { value: 'system', label: form.languageSystem },
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
          label={form.prepareWindows}
          description={hint('prepareWindows', form.prepareWindowsHint)}
          checked={settings.prepareWindows}
          disabled={isLocked('prepareWindows')}
          onChange={(event) => save({ prepareWindows: event.currentTarget.checked })}
        />
        <NumberInput
          label={form.popupLimit}
          description={hint('popupLimit', form.popupLimitHint)}
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
          label={form.keepSessionCookies}
          description={hint('keepSessionCookies', form.keepSessionCookiesHint)}
          checked={settings.keepSessionCookies}
          disabled={isLocked('keepSessionCookies')}
          onChange={(event) => save({ keepSessionCookies: event.currentTarget.checked })}
        />
        {settings.keepSessionCookies && (
          <NumberInput
            label={form.sessionCookieHours}
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
            label={form.plaintextSecrets}
            description={hint('plaintextSecrets', form.plaintextSecretsHint)}
            checked={settings.plaintextSecrets}
            disabled={isLocked('plaintextSecrets')}
            onChange={(event) => save({ plaintextSecrets: event.currentTarget.checked })}
          />
        )}
      </Stack>
    </Section>
  );
}
