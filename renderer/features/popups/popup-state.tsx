import { Stack, Text } from '@mantine/core';
import type { Popup } from '../../../shared/model/popup.ts';
import { useDesk } from '../../api/desk-context.tsx';
import { DefinitionState } from '../../ui/list/definition-actions.tsx';
import { useText } from '../../i18n/use-text.ts';

/** On, paused or off, and what keeps it from working. */
export function PopupState({ popup }: { popup: Popup }) {
  const t = useText();
  const config = useDesk((desk) => desk.config);
  const keyMissing =
    popup.encryption !== undefined && config.secrets[popup.encryption.key.secret] !== 'ready';
  return (
    <Stack gap={2} align="flex-start">
      <DefinitionState item={popup} />
      {keyMissing && (
        <Text size="xs" c="red">
          {t('popups.keyMissing')}
        </Text>
      )}
    </Stack>
  );
}
