import { Group, Stack, Text } from '@mantine/core';
import { popupTimeBorders, type PopupTimes as Times } from '../../../shared/model/overview.ts';
import type { Translate } from '../../../shared/text/translate.ts';
import { useText } from '../../i18n/use-text.ts';
import { Bars } from '../../ui/charts/bars.tsx';
import { Figure } from '../../ui/figure.tsx';

interface PopupTimesProps {
  readonly times: Times;
  readonly height: number;
}

/** How long callers' pages took to come up. */
export function PopupTimes({ times, height }: PopupTimesProps) {
  const t = useText();
  if (times.count === 0) return <Text c="dimmed">{t('overview.noPopups')}</Text>;
  const names = barNamesOf(t);
  return (
    <Stack gap="xs">
      <Group gap="xl">
        <Figure label={t('overview.median')} value={seconds(times.p50 ?? 0, t)} />
        <Figure label={t('overview.p95')} value={seconds(times.p95 ?? 0, t)} />
      </Group>
      <Bars
        title={t('overview.popupTimes')}
        barTitle={t('overview.time')}
        height={height - 50}
        series={[{ key: 'count', label: t('nav.popups'), color: 'open' }]}
        bars={times.bars.map((count, at) => ({
          short: names[at] ?? '',
          whole: names[at] ?? '',
          values: { count },
        }))}
      />
    </Stack>
  );
}

const seconds = (ms: number, t: Translate): string =>
  t('overview.seconds', {
    seconds: new Intl.NumberFormat(t.locale, { maximumFractionDigits: 2 }).format(ms / 1_000),
  });

function barNamesOf(t: Translate): string[] {
  const last = popupTimeBorders.at(-1) ?? 0;
  return [
    ...popupTimeBorders.map((border) => t('overview.below', { time: seconds(border, t) })),
    t('overview.above', { time: seconds(last, t) }),
  ];
}
