import { AppShell, Box, Group, NavLink, Title } from '@mantine/core';
import {
  IconAppWindow,
  IconChartBar,
  IconHeadset,
  IconHistory,
  IconListDetails,
  IconPlugConnected,
  IconRoute,
  IconSend,
  IconSettings,
  IconSitemap,
  type Icon,
} from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { RightsView } from '../shared/contract/views.ts';
import { useDesk } from './api/desk-context.tsx';
import { AgentMenu } from './features/agent-menu/agent-menu.tsx';
import { AdminSwitch } from './features/admin/admin-switch.tsx';
import { CardHost } from './features/card/card-host.tsx';
import { CallsPage } from './features/calls/calls-page.tsx';
import { MissedBadge } from './features/calls/missed-badge.tsx';
import { FailedBadge } from './features/deliveries/failed-badge.tsx';
import { DeskPage } from './features/desk/desk-page.tsx';
import { FlowsPage } from './features/flows/flows-page.tsx';
import { OverviewPage } from './features/overview/overview-page.tsx';
import { RulesPage } from './features/rules/rules-page.tsx';
import { LogPage } from './features/log/log-page.tsx';
import { NoticeBar } from './features/notices/notice-bar.tsx';
import { PopupsPage } from './features/popups/popups-page.tsx';
import { SettingsPage } from './features/settings/settings-page.tsx';
import { SourcesPage } from './features/sources/sources-page.tsx';
import { WebhooksPage } from './features/webhooks/webhooks-page.tsx';
import { useText } from './i18n/use-text.ts';
import { pages, type Page } from './pages.ts';

const badges: Partial<Readonly<Record<Page, ReactNode>>> = {
  calls: <MissedBadge />,
  webhooks: <FailedBadge />,
};

const icons: Readonly<Record<Page, Icon>> = {
  desk: IconHeadset,
  calls: IconHistory,
  overview: IconChartBar,
  popups: IconAppWindow,
  webhooks: IconSend,
  flows: IconSitemap,
  rules: IconRoute,
  sources: IconPlugConnected,
  log: IconListDetails,
  settings: IconSettings,
};

/** The frame around every page: the current agent and the navigation. */
export function Shell() {
  const t = useText();
  const config = useDesk((desk) => desk.config);
  const { rights } = config;
  const [page, setPage] = useState<Page>('desk');
  const [noted, setNoted] = useState<string>();
  const content: Readonly<Record<Page, ReactNode>> = {
    desk: <DeskPage onOpen={setPage} noted={noted} />,
    calls: <CallsPage />,
    overview: <OverviewPage />,
    popups: <PopupsPage />,
    webhooks: <WebhooksPage />,
    flows: <FlowsPage />,
    rules: <RulesPage />,
    sources: <SourcesPage />,
    log: <LogPage />,
    settings: <SettingsPage />,
  };
  return (
    <AppShell navbar={{ width: 200, breakpoint: 0 }} padding="md">
      <AppShell.Navbar p="xs">
        <Group px="xs" py="sm" gap="xs">
          <Title order={1} size="h3">
            {t('appName')}
          </Title>
        </Group>
        {pages
          .filter((name) => isOpen(name, rights))
          .map((name) => {
            const PageIcon = icons[name];
            return (
              <NavLink
                key={name}
                component="button"
                label={t(`nav.${name}`)}
                leftSection={<PageIcon size={18} aria-hidden />}
                rightSection={badges[name]}
                active={page === name}
                aria-current={page === name ? 'page' : undefined}
                onClick={() => setPage(name)}
              />
            );
          })}
        {rights.hasPin && <AdminSwitch isOpen={rights.administer} />}
        <Box mt={rights.hasPin ? 0 : 'auto'}>
          <AgentMenu />
        </Box>
      </AppShell.Navbar>
      <CardHost
        onNote={(callKey) => {
          setPage('desk');
          setNoted(callKey);
        }}
      />
      <AppShell.Main>
        <NoticeBar />
        {content[isOpen(page, rights) ? page : 'desk']}
      </AppShell.Main>
    </AppShell>
  );
}

/** The desk and the own calls are everybody's; the rest needs a right while a PIN is set. */
function isOpen(page: Page, rights: RightsView): boolean {
  if (page === 'desk' || page === 'calls') return true;
  return page === 'settings' ? rights.administer : rights.view;
}
