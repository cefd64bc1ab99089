import { Group, Text } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useText } from '../i18n/use-text.ts';

/** Says that a configuration file decides the fields below. */
export function LockedNote() {
  const t = useText();
  return (
    <Group gap={6} c="dimmed" role="note">
      <IconLock size={16} aria-hidden />
      <Text size="sm">{t('common.locked')}</Text>
    </Group>
  );
}
