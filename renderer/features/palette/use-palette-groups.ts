import { useText } from '../../i18n/use-text.ts';
import { foundGroups, type PaletteGroup, type PaletteItem } from './palette-item.ts';
import { useActionItems, type PaletteDialog } from './use-action-items.ts';
import { useCallerItems } from './use-caller-items.ts';
import { useDefinitionItems } from './use-definition-items.ts';
import { usePageItems } from './use-page-items.ts';
import { useTestItems } from './use-test-items.ts';

interface PaletteGroups {
  readonly groups: readonly PaletteGroup[];
  /** The line that shows more callers and leaves the palette open. */
  readonly more: PaletteItem;
}

/** What a search finds. What comes a moment later, the callers, comes last: nothing moves under a person's choice. */
export function usePaletteGroups(
  search: string,
  onDialog: (dialog: PaletteDialog) => void,
): PaletteGroups {
  const t = useText();
  const label = t('palette.actions');
  const pages = { label: t('palette.pages'), items: usePageItems() };
  const actions = useActionItems(onDialog);
  const tests = useTestItems();
  const definitions = { label: t('palette.definitions'), items: useDefinitionItems() };
  const callers = useCallerItems(search);
  const more = { id: 'more', label: t('palette.more'), run: () => void callers.more() };
  if (search === '') return { groups: [pages, { label, items: actions }], more };
  const shownCallers = [...callers.items, ...(callers.hasMore ? [more] : [])];
  return {
    groups: [
      ...foundGroups([pages, definitions, { label, items: [...actions, ...tests] }], search),
      ...(shownCallers.length === 0 ? [] : [{ label: t('palette.callers'), items: shownCallers }]),
    ],
    more,
  };
}
