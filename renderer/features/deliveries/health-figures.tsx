import { Group } from '@mantine/core';
import type { DeliveryHealth } from '../../../shared/model/delivery-health.ts';
import { useText } from '../../i18n/use-text.ts';
import { Figure } from '../../ui/figure.tsx';
import { shareText } from '../../ui/share-text.ts';

/** The few numbers that say whether webhooks arrive, and how fast. */
export function HealthFigures({ health: { bars, answers } }: { health: DeliveryHealth }) {
  const t = useText();
  const delivered = bars.reduce((sum, bar) => sum + bar.delivered, 0);
  const failed = bars.reduce((sum, bar) => sum + bar.failed, 0);
  const ms = (value: number | null): string =>
    value === null ? '–' : t('deliveries.milliseconds', { ms: value });
  return (
    <Group gap="xl">
      <Figure
        label={t('deliveries.health.success')}
        value={shareText(delivered, delivered + failed, t.locale)}
      />
      <Figure
        label={t('deliveries.states.dead')}
        value={new Intl.NumberFormat(t.locale).format(failed)}
        isBad={failed > 0}
      />
      <Figure label={t('deliveries.health.p50')} value={ms(answers.p50)} />
      <Figure label={t('deliveries.health.p95')} value={ms(answers.p95)} />
    </Group>
  );
}
