import { IconArrowDownLeft, IconArrowsLeftRight, IconArrowUpRight } from '@tabler/icons-react';
import { useText } from '../i18n/use-text.ts';

// A long name beside it gives way, not the icon.
const whole = { flex: 'none' } as const;

/** Which way a call goes; nothing where the source does not say. */
export function DirectionIcon({ direction }: { direction: string | undefined }) {
  const t = useText();
  switch (direction) {
    case 'inbound':
      return (
        <IconArrowDownLeft size={18} style={whole} role="img" aria-label={t('direction.inbound')} />
      );
    case 'outbound':
      return (
        <IconArrowUpRight size={18} style={whole} role="img" aria-label={t('direction.outbound')} />
      );
    case 'internal':
      return (
        <IconArrowsLeftRight
          size={18}
          style={whole}
          role="img"
          aria-label={t('direction.internal')}
        />
      );
    default:
      return null;
  }
}
