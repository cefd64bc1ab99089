import { Code, Loader, Tabs, Text } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import type { PopupInput } from '../../../shared/model/popup.ts';
import {
  receiverLanguages,
  receiverSettings,
  type ReceiverSettings,
} from '../../../shared/receivers/receiver-settings.ts';
import { useText } from '../../i18n/use-text.ts';
import { FormSection } from '../../ui/form-section.tsx';

const ReceiverText = lazy(() =>
  import('./receiver-text.tsx').then((module) => ({ default: module.ReceiverText })),
);

const names = {
  php: 'PHP',
  node: 'Node.js',
  python: 'Python',
  csharp: 'C#',
  java: 'Java',
} as const;

/** The code that reads this popup's URLs on a server, for those that are encrypted or signed. */
export function ReceiverPanel({ popup }: { popup: PopupInput }) {
  const t = useText();
  const settings = receiverSettings(popup);
  if (settings === undefined) {
    return (
      <FormSection title={t('popupForm.receiverCode')}>
        <Text size="sm" c="dimmed">
          {t('popupForm.receiverElsewhere')}
        </Text>
      </FormSection>
    );
  }
  const keys = [
    ...(settings.encryption === undefined ? [] : ['RINGCUE_KEY']),
    ...(settings.keyId === undefined ? [] : ['RINGCUE_SIGNING_KEY']),
  ];
  return (
    <FormSection title={t('popupForm.receiverCode')}>
      <Text size="sm" c="dimmed">
        {t('popupForm.receiverHint', { count: keys.length })}{' '}
        {keys.map((key) => (
          <Code key={key} mr={4}>
            {key}
          </Code>
        ))}
      </Text>
      <Languages settings={settings} />
    </FormSection>
  );
}

function Languages({ settings }: { settings: ReceiverSettings }) {
  const t = useText();
  const [language, setLanguage] = useState<(typeof receiverLanguages)[number]>('php');
  return (
    <Tabs
      value={language}
      keepMounted={false}
      onChange={(value) => {
        const chosen = receiverLanguages.find((one) => one === value);
        if (chosen !== undefined) setLanguage(chosen);
      }}
    >
      <Tabs.List mb="xs" aria-label={t('popupForm.receiverLanguage')}>
        {receiverLanguages.map((one) => (
          <Tabs.Tab key={one} value={one} px="xs">
            {names[one]}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {receiverLanguages.map((one) => (
        <Tabs.Panel key={one} value={one}>
          <Suspense fallback={<Loader size="sm" />}>
            <ReceiverText title={names[one]} language={one} settings={settings} />
          </Suspense>
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
