import { Group, Text } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useDesk } from '../api/desk-context.tsx';
import { useText } from '../i18n/use-text.ts';

/** @param part `popups` or `settings.network`. @returns who decides it above the user, as a sentence */
export function useLockedText(part: string): string | undefined {
  const t = useText();
  const origin = useDesk((desk) => desk.config.locked[part]);
  return origin && t('common.locked', { origin });
}

/** Says that a company decides the fields below, and where; nothing where the user does. */
export function LockedNote({ part }: { part: string }) {
  const text = useLockedText(part);
  if (text === undefined) return null;
  return (
    <Group gap={6} c="dimmed" role="note">
      <IconLock size={16} aria-hidden />
      <Text size="sm">{text}</Text>
    </Group>
  );
}
