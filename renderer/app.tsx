import { Center, Loader, MantineProvider, Stack, Text } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { createQueryClient } from './api/query-client.ts';
import { DeskProvider, useDesk } from './api/desk-context.tsx';
import { FirstRun } from './features/first-run/first-run.tsx';
import { languageFor } from './i18n/languages.ts';
import { Shell } from './shell.tsx';
import { theme } from './ui/theme.ts';
import { cssVariables } from './ui/theme-colors.ts';
import { useText, LanguageContext } from './i18n/use-text.ts';

/** Until the settings are known: the system's own language. */
const systemLanguage = languageFor('system', navigator.languages);

export function App() {
  const [client] = useState(createQueryClient);
  return (
    <LanguageContext value={systemLanguage}>
      <QueryClientProvider client={client}>
        <DeskProvider
          loading={
            <MantineProvider
              theme={theme}
              cssVariablesResolver={cssVariables}
              defaultColorScheme="auto"
            >
              <Loading />
            </MantineProvider>
          }
        >
          <Themed />
        </DeskProvider>
      </QueryClientProvider>
    </LanguageContext>
  );
}

function Loading() {
  const t = useText();
  return (
    <Center h="100vh">
      <Stack align="center">
        <Loader />
        <Text c="dimmed">{t('starting')}</Text>
      </Stack>
    </Center>
  );
}

function Themed() {
  const config = useDesk((desk) => desk.config);
  const { appearance, language: setting } = config.settings;
  const language = useMemo(() => languageFor(setting, navigator.languages), [setting]);
  useEffect(() => {
    // For screen readers, hyphens and the case of letters.
    document.documentElement.lang = language.locale;
  }, [language]);
  return (
    <LanguageContext value={language}>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={cssVariables}
        defaultColorScheme="auto"
        {...(appearance === 'system' ? {} : { forceColorScheme: appearance })}
      >
        {/* The top has the caller, the bottom left the agent, the bottom right an editor's buttons. */}
        <Notifications position="bottom-center" limit={4} />
        {config.agent === undefined ? <FirstRun /> : <Shell />}
      </MantineProvider>
    </LanguageContext>
  );
}
