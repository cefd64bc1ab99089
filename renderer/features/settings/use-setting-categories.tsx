import {
  IconAdjustments,
  IconFileSettings,
  IconLifebuoy,
  IconLock,
  IconNetwork,
  IconPhone,
  IconUser,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import { ownChoices } from '../../../shared/model/settings.ts';
import { useText } from '../../i18n/use-text.ts';
import { PopupsIcon } from '../../ui/icons/page-icons.tsx';
import { PinSettings } from '../admin/pin-settings.tsx';
import { useAgentSections } from './agent-settings.tsx';
import { useCallSections } from './call-settings.tsx';
import { useConfigurationSections } from './configuration-settings.tsx';
import { useGeneralSections } from './general-settings.tsx';
import { useNetworkSections } from './network-settings.tsx';
import { usePopupSections } from './popup-settings.tsx';
import type { SettingsProps } from './setting-inputs.tsx';
import type { SettingCategory, SettingSection } from './setting-sections.ts';
import { useSupportSections } from './support-settings.tsx';

export const categoryIcons: Readonly<
  Record<SettingCategory, ComponentType<{ readonly size?: number }>>
> = {
  agent: IconUser,
  general: IconAdjustments,
  calls: IconPhone,
  popups: PopupsIcon,
  network: IconNetwork,
  admin: IconLock,
  configuration: IconFileSettings,
  support: IconLifebuoy,
};

/** Every setting there is on this computer, by its category. */
export function useSettingCategories(
  props: SettingsProps,
): Readonly<Record<SettingCategory, readonly SettingSection[]>> {
  return {
    agent: useAgentSections(),
    general: useGeneralSections(props),
    calls: useCallSections(props),
    popups: usePopupSections(props),
    network: useNetworkSections(props),
    admin: useAdminSections(props),
    configuration: useConfigurationSections(),
    support: useSupportSections(props),
  };
}

function useAdminSections(props: SettingsProps): readonly SettingSection[] {
  const t = useText();
  const may = ownChoices.map((choice) => t(`admin.may.${choice}`));
  return [
    {
      title: t('admin.title'),
      intro: t('admin.intro'),
      items: [
        {
          key: 'pin',
          words: [t('admin.rights'), t('admin.mayChange'), ...may],
          content: <PinSettings {...props} />,
        },
      ],
    },
  ];
}
