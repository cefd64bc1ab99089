import { notifications } from '@mantine/notifications';
import type { ListPart } from '../../shared/model/list-parts.ts';
import type { Translate } from '../../shared/text/translate.ts';

/** Confirms that a definition was saved, by its name. */
export function showSaved(part: ListPart, name: string, t: Translate): void {
  notifications.show({
    color: 'teal',
    message: t(`saved.${part}`, { name }),
    closeButtonProps: { 'aria-label': t('common.dismiss') },
  });
}
