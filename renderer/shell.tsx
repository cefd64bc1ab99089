import { AppShell, Group, NavLink, Text, Title } from '@mantine/core';
import {
  IconAppWindow,
  IconHeadset,
  IconPlugConnected,
  IconRoute,
  IconSettings,
  type Icon,
} from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useDesk } from './api/desk-context.tsx';
import { DeskPage } from './features/desk/desk-page.tsx';
import { HooksPage } from './features/hooks/hooks-page.tsx';
import { NoticeBar } from './features/notices/notice-bar.tsx';
import { PopupsPage } from './features/popups/popups-page.tsx';
import { SettingsPage } from './features/settings/settings-page.tsx';
import { SourcesPage } from './features/sources/sources-page.tsx';
import { useTexts } from './i18n/use-texts.ts';

export type Page = 'desk' | 'popups' | 'hooks' | 'sources' | 'settings';

const icons: Readonly<Record<Page, Icon>> = {
  desk: IconHeadset,
  popups: IconAppWindow,
  hooks: IconRoute,
  sources: IconPlugConnected,
  settings: IconSettings,
};
const pages: readonly Page[] = ['desk', 'popups', 'hooks', 'sources', 'settings'];

/** The frame around every page: who sits here, and the way between the pages. */
export function Shell() {
  const texts = useTexts();
  const { config } = useDesk();
  const [page, setPage] = useState<Page>('desk');
  const content: Readonly<Record<Page, ReactNode>> = {
    desk: <DeskPage onOpen={setPage} />,
    popups: <PopupsPage />,
    hooks: <HooksPage />,
    sources: <SourcesPage />,
    settings: <SettingsPage />,
  };
  const { agent } = config;
  return (
    <AppShell navbar={{ width: 200, breakpoint: 0 }} padding="md">
      <AppShell.Navbar p="xs">
        <Group px="xs" py="sm" gap="xs">
          <Title order={1} size="h3">
            {texts.appName}
          </Title>
        </Group>
        {pages.map((name) => {
          const PageIcon = icons[name];
          return (
            <NavLink
              key={name}
              component="button"
              label={texts.nav[name]}
              leftSection={<PageIcon size={18} aria-hidden />}
              active={page === name}
              aria-current={page === name ? 'page' : undefined}
              onClick={() => setPage(name)}
            />
          );
        })}
        <Text size="sm" c="dimmed" mt="auto" p="xs" truncate title={agentText(agent)}>
          {agentText(agent)}
        </Text>
      </AppShell.Navbar>
      <AppShell.Main>
        <NoticeBar />
        {content[page]}
      </AppShell.Main>
    </AppShell>
  );
}

function agentText(agent: ReturnType<typeof useDesk>['config']['agent']): string {
  return agent?.name ?? agent?.email ?? agent?.extension ?? agent?.customId ?? agent?.id ?? '';
}
