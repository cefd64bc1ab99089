import { Center, Loader, MantineProvider, Stack, Text } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { DeskProvider, useDesk } from './api/desk-context.tsx';
import { FirstRun } from './features/first-run/first-run.tsx';
import { useTexts } from './i18n/use-texts.ts';
import { Shell } from './shell.tsx';
import { cssVariables, theme } from './ui/theme.ts';

export function App() {
  return (
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
  );
}

function Loading() {
  const texts = useTexts();
  return (
    <Center h="100vh">
      <Stack align="center">
        <Loader />
        <Text c="dimmed">{texts.loading}</Text>
      </Stack>
    </Center>
  );
}

function Themed() {
  const { config } = useDesk();
  const { appearance } = config.settings;
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      {...(appearance === 'system' ? {} : { forceColorScheme: appearance })}
    >
      <Notifications position="bottom-right" limit={4} />
      {config.agent === undefined ? <FirstRun /> : <Shell />}
    </MantineProvider>
  );
}
