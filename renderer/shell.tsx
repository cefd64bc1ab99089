import { AppShell } from '@mantine/core';
import { Fragment, useState, type ReactNode } from 'react';
import { useDesk } from './api/desk-context.tsx';
import { PlaceProvider, useWay } from './api/place-context.tsx';
import { CardHost } from './features/card/card-host.tsx';
import { CallsPage } from './features/calls/calls-page.tsx';
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
import { Navigation } from './navigation.tsx';
import { openPages, type Page } from './pages.ts';

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
