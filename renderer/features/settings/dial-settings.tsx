import { Select } from '@mantine/core';
import { useDesk } from '../../api/desk-context.tsx';
import { useText } from '../../i18n/use-text.ts';
import { addressItem } from './address-setting.tsx';
import { switchItem, useSetting, type SettingsProps } from './setting-inputs.tsx';
import type { SettingItem, SettingSection } from './setting-sections.ts';

/** What a click on a number does. */
export function useDialSection(props: SettingsProps): SettingSection {
  const t = useText();
  const hasWebhooks = useDesk(
    ({ config }) => config.webhooks.length > 0 || (config.settings.dialWebhook ?? '') !== '',
  );
  const ofLinks = (name: 'openLinks' | 'dialWithoutAsking'): SettingItem =>
    switchItem({
      ...props,
      name,
      label: t(`computer.${name}`),
      hint: t(`computer.hints.${name}`),
    });
  const webhook: SettingItem = {
    key: 'dialWebhook',
    words: [t('computer.dialWebhook'), t('computer.hints.dialWebhook')],
    content: <DialWebhookSelect {...props} />,
  };
  return {
    title: t('settings.clickToCall'),
    items: [
      addressItem({
        ...props,
        name: 'clickToCall',
        label: t('computer.clickToCall'),
        hint: t('computer.hints.clickToCall'),
      }),
      ...(hasWebhooks ? [webhook] : []),
      ofLinks('openLinks'),
      ofLinks('dialWithoutAsking'),
    ],
  };
}

/** A webhook has a method, headers and secrets, which an address has not. */
function DialWebhookSelect(props: SettingsProps) {
  const t = useText();
  const webhooks = useDesk((desk) => desk.config.webhooks);
  const chosen = useDesk((desk) => desk.config.settings.dialWebhook) ?? '';
  const said = { name: 'dialWebhook', label: t('computer.dialWebhook') };
  return (
    <Select
      {...useSetting({ ...props, ...said, hint: t('computer.hints.dialWebhook') })}
      maw={520}
      clearable
      data={webhooks.map(({ id, name }) => ({ value: id, label: name }))}
      value={chosen === '' ? null : chosen}
      onChange={(id) => props.save({ dialWebhook: id ?? '' })}
    />
  );
}
