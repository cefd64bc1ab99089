import type { Translate } from '../../shared/text/translate.ts';

/** A direction in words; one that is none of ours as it came. */
export function callDirectionOf(direction: string, t: Translate): string {
  switch (direction) {
    case 'inbound':
    case 'outbound':
    case 'internal':
      return t(`direction.${direction}`);
    default:
      return direction;
  }
}
