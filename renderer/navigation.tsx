import { AppShell, Box, Group, NavLink, Text, Title } from '@mantine/core';
import { useId, type ComponentType, type ReactNode } from 'react';
import { useDesk } from './api/desk-context.tsx';
import { useWay } from './api/place-context.tsx';
import { AdminSwitch } from './features/admin/admin-switch.tsx';
import { AgentMenu } from './features/agent-menu/agent-menu.tsx';
import { MissedBadge } from './features/calls/missed-badge.tsx';
import { FailedBadge } from './features/deliveries/failed-badge.tsx';
import { useText } from './i18n/use-text.ts';
import { openPages, pageGroups, type Page, type PageGroup } from './pages.ts';
import type { GlyphProps } from './ui/icons/glyph.tsx';
import {
  DeskIcon,
  FlowsIcon,
  HistoryIcon,
  LogIcon,
  OverviewIcon,
  PopupsIcon,
  RulesIcon,
  SettingsIcon,
  SourcesIcon,
  WebhooksIcon,
} from './ui/icons/page-icons.tsx';
import { Logo } from './ui/logo.tsx';

const badges: Partial<Readonly<Record<Page, ReactNode>>> = {
  calls: <MissedBadge />,
  webhooks: <FailedBadge />,
};

const icons: Readonly<Record<Page, ComponentType<GlyphProps>>> = {
  desk: DeskIcon,
  calls: HistoryIcon,
  overview: OverviewIcon,
  popups: PopupsIcon,
  webhooks: WebhooksIcon,
  flows: FlowsIcon,
  rules: RulesIcon,
  sources: SourcesIcon,
  log: LogIcon,
  settings: SettingsIcon,
};

/** The menu: whose app this is, the pages in their groups, the way into the administration, and the agent. */
export function Navigation({ shown }: { shown: Page }) {
  const t = useText();
  const { rights } = useDesk((desk) => desk.config);
  const open = openPages(rights);
  const groups = pageGroups
    .map(({ name, pages }) => ({ name, pages: pages.filter((page) => open.includes(page)) }))
    .filter(({ pages }) => pages.length > 0);
  return (
    <AppShell.Navbar p="xs">
      <Group px="xs" py="sm" gap="xs">
        <Logo size={28} />
        <Title order={1} size="h3">
          {t('appName')}
        </Title>
      </Group>
      {/* A low window scrolls the pages; the agent stays in sight. */}
      <Box flex={1} mih={0} style={{ overflowY: 'auto' }}>
        {groups.map(({ name, pages }) => (
          <PagesOf
            key={name}
            // Agents who see their own pages alone need no heading for them.
            {...(groups.length > 1 && { name })}
            pages={pages}
            shown={shown}
          />
        ))}
      </Box>
      {rights.hasPin && <AdminSwitch isOpen={rights.administer} />}
      <AgentMenu />
    </AppShell.Navbar>
  );
}

interface PagesOfProps {
  readonly name?: PageGroup;
  readonly pages: readonly Page[];
  readonly shown: Page;
}

function PagesOf({ name, pages, shown }: PagesOfProps) {
  const t = useText();
  const { go } = useWay();
  const id = useId();
  return (
    <Box mb="xs" role="group" {...(name && { 'aria-labelledby': id })}>
      {name && (
        <Text id={id} size="xs" fw={600} c="dimmed" px="sm" py={4}>
          {t(`nav.group.${name}`)}
        </Text>
      )}
      {pages.map((page) => {
        const PageIcon = icons[page];
        return (
          <NavLink
            key={page}
            component="button"
            py={7}
            style={{ borderRadius: 'var(--mantine-radius-md)' }}
            label={t(`nav.${page}`)}
            leftSection={<PageIcon />}
            rightSection={badges[page]}
            active={shown === page}
            aria-current={shown === page ? 'page' : undefined}
            onClick={() => go({ page })}
          />
        );
      })}
    </Box>
  );
}
