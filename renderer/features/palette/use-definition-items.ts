import { useDesk } from '../../api/desk-context.tsx';
import { useWay } from '../../api/place-context.tsx';
import { useText } from '../../i18n/use-text.ts';
import type { PaletteItem } from './palette-item.ts';

/** The kinds of definitions that have a page of their own. */
const parts = ['popups', 'rules', 'webhooks', 'flows', 'sources'] as const;

/** Everything that is configured, by name; nothing where it may not be seen, as then it is not known here. */
export function useDefinitionItems(): readonly PaletteItem[] {
  const t = useText();
  const config = useDesk((desk) => desk.config);
  const { go } = useWay();
  return parts.flatMap((part) =>
    config[part].map(({ id, name }) => ({
      id: `${part} ${id}`,
      label: name,
      detail: t(`nav.${part}`),
      run: () => go({ page: part, definition: { part, id, name } }),
    })),
  );
}
