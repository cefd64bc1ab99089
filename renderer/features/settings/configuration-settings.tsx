import { useDesk } from '../../api/desk-context.tsx';
import { useText } from '../../i18n/use-text.ts';
import { Publishing } from '../admin/publishing.tsx';
import { isManaged, Managed } from './managed.tsx';
import type { SettingSection } from './setting-sections.ts';
import { Transfer } from './transfer.tsx';

/** Where the configuration comes from and where it goes. */
export function useConfigurationSections(): readonly SettingSection[] {
  const t = useText();
  const managed = useDesk((desk) => isManaged(desk.managed));
  const byCompany: SettingSection = {
    title: t('managed.title'),
    items: [
      { key: 'managed', words: [t('managed.policy'), t('managed.url')], content: <Managed /> },
    ],
  };
  return [
    ...(managed ? [byCompany] : []),
    {
      title: t('transfer.title'),
      intro: t('transfer.intro'),
      items: [
        {
          key: 'transfer',
          words: [t('transfer.export'), t('transfer.import')],
          content: <Transfer />,
        },
      ],
    },
    {
      title: t('publish.title'),
      intro: t('publish.intro'),
      items: [
        {
          key: 'publish',
          words: [t('publish.share'), t('publish.shareHint'), t('publish.history')],
          content: <Publishing />,
        },
      ],
    },
  ];
}
