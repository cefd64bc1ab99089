import { Stack, Text } from '@mantine/core';
import type { Popup } from '../../../shared/model/popup.ts';
import { useDesk } from '../../api/desk-context.tsx';
import { useTexts } from '../../i18n/use-texts.ts';
import { DefinitionState } from '../../ui/list/definition-actions.tsx';

/** On, paused or off, and what keeps it from working. */
export function PopupState({ popup }: { popup: Popup }) {
  const texts = useTexts().popups;
  const { config } = useDesk();
  const keyMissing =
    popup.encryption !== undefined && config.secrets[popup.encryption.key.secret] !== 'ready';
  return (
    <Stack gap={2} align="flex-start">
      <DefinitionState item={popup} />
      {keyMissing && (
        <Text size="xs" c="red">
          {texts.keyMissing}
        </Text>
      )}
    </Stack>
  );
}
