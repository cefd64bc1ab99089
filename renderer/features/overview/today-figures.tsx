import { Group } from '@mantine/core';
import type { TodayFigures as Figures } from '../../../shared/model/overview.ts';
import { useText } from '../../i18n/use-text.ts';
import { Figure } from '../../ui/figure.tsx';

interface TodayFiguresProps {
  readonly today: Figures;
  /** To be read from across the room. */
  readonly isLarge: boolean;
}

const shown = ['answered', 'missed', 'opened', 'notOpened', 'failedDeliveries'] as const;
const bad: ReadonlySet<keyof Figures> = new Set(['missed', 'notOpened', 'failedDeliveries']);

/** What happened since midnight. */
export function TodayFigures({ today, isLarge }: TodayFiguresProps) {
  const t = useText();
  const number = new Intl.NumberFormat(t.locale);
  return (
    <Group gap="xl">
      {shown.map((name) => (
        <Figure
          key={name}
          label={t(`overview.figures.${name}`)}
          value={number.format(today[name])}
          isBad={bad.has(name) && today[name] > 0}
          isLarge={isLarge}
        />
      ))}
    </Group>
  );
}
