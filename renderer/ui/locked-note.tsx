import { Group, Text } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useTexts } from '../i18n/use-texts.ts';

/** Says that a configuration file decides the fields below. */
export function LockedNote() {
  const texts = useTexts();
  return (
    <Group gap={6} c="dimmed" role="note">
      <IconLock size={16} aria-hidden />
      <Text size="sm">{texts.common.locked}</Text>
    </Group>
  );
}
