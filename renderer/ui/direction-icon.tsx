import { IconArrowDownLeft, IconArrowsLeftRight, IconArrowUpRight } from '@tabler/icons-react';
import { useTexts } from '../i18n/use-texts.ts';

/** Which way a call goes; nothing where the source does not say. */
export function DirectionIcon({ direction }: { direction: string | undefined }) {
  const { direction: names } = useTexts();
  switch (direction) {
    case 'inbound':
      return <IconArrowDownLeft size={18} role="img" aria-label={names.inbound} />;
    case 'outbound':
      return <IconArrowUpRight size={18} role="img" aria-label={names.outbound} />;
    case 'internal':
      return <IconArrowsLeftRight size={18} role="img" aria-label={names.internal} />;
    default:
      return null;
  }
}
