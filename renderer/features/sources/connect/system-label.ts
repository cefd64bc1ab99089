import type { ConnectSystem } from '../../../../shared/connect/connect-system.ts';
import type { Translate } from '../../../../shared/text/translate.ts';

/** A product's name, or the words for all that have no tile. */
export const systemLabel = ({ kind, label }: ConnectSystem, t: Translate): string =>
  kind === 'other' ? t('connect.other') : label;
