import { useDesk } from '../../api/desk-context.tsx';
import { useWay } from '../../api/place-context.tsx';
import { useText } from '../../i18n/use-text.ts';
import { openPages } from '../../pages.ts';
import { isMac } from '../../ui/is-mac.ts';
import { keyParts } from '../../ui/keys/desk-keys.ts';
import type { PaletteItem } from './palette-item.ts';

/** The pages that a person may see, each with its key. */
export function usePageItems(): readonly PaletteItem[] {
  const t = useText();
  const { rights } = useDesk((desk) => desk.config);
  const { go } = useWay();
  const [command = ''] = keyParts('page', isMac);
  return openPages(rights).map((page, at) => ({
    id: `page ${page}`,
    label: t(`nav.${page}`),
    ...(at < 9 && { keys: [command, String(at + 1)] }),
    run: () => go({ page }),
  }));
}
