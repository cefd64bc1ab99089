import { Badge, Stack, Text } from '@mantine/core';
import { isPaused } from '../../../shared/model/pause.ts';
import type { Popup } from '../../../shared/model/popup.ts';
import { useDesk } from '../../api/desk-context.tsx';
import { useTexts } from '../../i18n/use-texts.ts';
import { useNow } from '../../ui/use-now.ts';
import { Moment } from '../../ui/moment.tsx';

/** On, paused or off, and what keeps it from working. */
export function PopupState({ popup }: { popup: Popup }) {
  const texts = useTexts().popups;
  const { config } = useDesk();
  const keyMissing =
    popup.encryption !== undefined && config.secrets[popup.encryption.key.secret] !== 'ready';
  // A pause with an end passes by itself: then the word must change, too.
  const now = useNow(popup.pause?.until !== undefined);
  const paused = isPaused(popup.pause, now);
  const [label, color] = !popup.enabled
    ? [texts.off, 'gray']
    : paused
      ? [texts.paused, 'yellow']
      : [texts.on, 'teal'];
  return (
    <Stack gap={2} align="flex-start">
      <Badge color={color} variant="light" tt="none" autoContrast miw="max-content">
        {label}
      </Badge>
      {popup.enabled && paused && popup.pause?.until !== undefined && (
        <Text size="xs" c="dimmed">
          <Moment at={Date.parse(popup.pause.until)} />
        </Text>
      )}
      {keyMissing && (
        <Text size="xs" c="red">
          {texts.keyMissing}
        </Text>
      )}
    </Stack>
  );
}
