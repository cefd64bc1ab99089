import { Button, Group, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { IconMaximize, IconMinimize } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useText } from '../../i18n/use-text.ts';
import { CallsByHour } from './calls-by-hour.tsx';
import classes from './overview.module.css';
import { PopupTimes } from './popup-times.tsx';
import { SourceUptimes } from './source-uptimes.tsx';
import { TodayFigures } from './today-figures.tsx';
import { useOverview } from './use-overview.ts';
import { useWallboard } from './use-wallboard.ts';

/** How this computer fares today; full screen, for a screen on the wall. */
export function OverviewPage() {
  const t = useText();
  const { ref, isFull, toggle } = useWallboard<HTMLDivElement>();
  const { bars, overview } = useOverview();
  return (
    <div ref={ref} className={classes['page']} data-full={isFull || undefined}>
      <Stack maw={isFull ? undefined : 1200} mx="auto">
        <Group justify="space-between">
          <div>
            <Title order={1} size={isFull ? 'h1' : 'h3'}>
              {t('nav.overview')}
            </Title>
            <Text c="dimmed">{t('overview.thisComputer')}</Text>
          </div>
          <Button
            variant="default"
            leftSection={isFull ? <IconMinimize size={16} /> : <IconMaximize size={16} />}
            onClick={toggle}
          >
            {t(isFull ? 'overview.leaveFull' : 'overview.full')}
          </Button>
        </Group>
        {overview !== undefined && (
          <>
            <Card title={t('overview.today')}>
              <TodayFigures today={overview.today} isLarge={isFull} />
            </Card>
            <SimpleGrid cols={{ base: 1, md: 2 }}>
              <Card title={t('overview.calls')} note={t('charts.lastDay')}>
                <CallsByHour bars={bars} calls={overview.calls} height={isFull ? 320 : 200} />
              </Card>
              <Card title={t('overview.popupTimes')} note={t('overview.popupTimesHint')}>
                <PopupTimes times={overview.popupTimes} height={isFull ? 320 : 200} />
              </Card>
            </SimpleGrid>
            <Card title={t('overview.sources')} note={t('charts.lastDay')}>
              <SourceUptimes uptimes={overview.uptimes} />
            </Card>
          </>
        )}
      </Stack>
    </div>
  );
}

interface CardProps {
  readonly title: string;
  /** What is counted, where the title does not say it. */
  readonly note?: string;
  readonly children: ReactNode;
}

function Card({ title, note, children }: CardProps) {
  return (
    <Paper withBorder p="md">
      <Stack gap="sm">
        <div>
          <Title order={2} size="h5">
            {title}
          </Title>
          {note !== undefined && (
            <Text size="sm" c="dimmed">
              {note}
            </Text>
          )}
        </div>
        {children}
      </Stack>
    </Paper>
  );
}
