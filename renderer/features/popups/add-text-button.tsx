import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useText } from '../../i18n/use-text.ts';
import type { PopupForm } from './popup-form.ts';

/** Adds a parameter with fixed text, which may contain tokens. */
export function AddTextButton({ form }: { form: PopupForm }) {
  const t = useText();
  return (
    <Button
      variant="subtle"
      size="xs"
      leftSection={<IconPlus size={14} />}
      onClick={() => form.insertListItem('popup.parameters', { name: '', text: '' })}
    >
      {t('popupForm.extraAdd')}
    </Button>
  );
}
