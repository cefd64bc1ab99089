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
import { Fragment, useState, type ReactNode } from 'react';
import { useDesk } from './api/desk-context.tsx';
import { PlaceProvider, useWay } from './api/place-context.tsx';
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
import { Palette } from './features/palette/palette.tsx';
import { PopupsPage } from './features/popups/popups-page.tsx';
import { SettingsPage } from './features/settings/settings-page.tsx';
import { SourcesPage } from './features/sources/sources-page.tsx';
import { WebhooksPage } from './features/webhooks/webhooks-page.tsx';
import { useText } from './i18n/use-text.ts';
import { openPages, type Page } from './pages.ts';

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

/** The frame around every page: the current agent, the navigation, and what keys open. */
export function Shell() {
  return (
    <PlaceProvider>
      <Frame />
    </PlaceProvider>
  );
}

function Frame() {
  const { rights } = useDesk((desk) => desk.config);
  const { place, visit, go } = useWay();
  const [noted, setNoted] = useState<string>();
  const shown = openPages(rights).find((page) => page === place.page) ?? 'desk';
  const content: Readonly<Record<Page, ReactNode>> = {
    desk: <DeskPage onOpen={(page) => go({ page })} noted={noted} />,
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
      <Navigation shown={shown} />
      <Palette />
      <CardHost
        onNote={(callKey) => {
          go({ page: 'desk' });
          setNoted(callKey);
        }}
      />
      <AppShell.Main>
        <NoticeBar />
        <Fragment key={visit}>{content[shown]}</Fragment>
      </AppShell.Main>
    </AppShell>
  );
}

function Navigation({ shown }: { shown: Page }) {
  const t = useText();
  const { rights } = useDesk((desk) => desk.config);
  const { go } = useWay();
  return (
    <AppShell.Navbar p="xs">
      <Group px="xs" py="sm" gap="xs">
        <Title order={1} size="h3">
          {t('appName')}
        </Title>
      </Group>
      {openPages(rights).map((page) => {
        const PageIcon = icons[page];
        return (
          <NavLink
            key={page}
            component="button"
            label={t(`nav.${page}`)}
            leftSection={<PageIcon size={18} aria-hidden />}
            rightSection={badges[page]}
            active={shown === page}
            aria-current={shown === page ? 'page' : undefined}
            onClick={() => go({ page })}
          />
        );
      })}
      {rights.hasPin && <AdminSwitch isOpen={rights.administer} />}
      <Box mt={rights.hasPin ? 0 : 'auto'}>
        <AgentMenu />
      </Box>
    </AppShell.Navbar>
  );
}
