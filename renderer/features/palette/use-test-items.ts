import { calls } from '../../api/bridge.ts';
import { useDesk } from '../../api/desk-context.tsx';
import { showProblems } from '../../api/show-problems.ts';
import { useText } from '../../i18n/use-text.ts';
import type { PaletteItem } from './palette-item.ts';

/** Opens a popup for a sample call; none where popups may not be seen. */
export function useTestItems(): readonly PaletteItem[] {
  const t = useText();
  const { popups } = useDesk((desk) => desk.config);
  const test = async (popupId: string): Promise<void> => {
    const reply = await calls()['popup.test']({ popupId });
    if (!reply.ok) showProblems(reply.problems, t);
  };
  return popups.map(({ id, name }) => ({
    id: `test ${id}`,
    label: t('palette.test', { name }),
    run: () => void test(id),
  }));
}
