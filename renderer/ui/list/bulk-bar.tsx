import { Group, Text, UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { useText } from '../../i18n/use-text.ts';

interface BulkBarProps {
  readonly count: number;
  readonly onClear: () => void;
  readonly children: ReactNode;
}

/** How many are selected, and what can be done with all of them. */
export function BulkBar({ count, onClear, children }: BulkBarProps) {
  const t = useText();
  return (
    <Group
      role="toolbar"
      aria-label={t('list.bulk')}
      gap="xs"
      p="xs"
      bg="var(--mantine-primary-color-light)"
      style={{ borderRadius: 'var(--mantine-radius-sm)' }}
    >
      <Text size="sm" fw={500} role="status">
        {t('list.selected', { count })}
      </Text>
      {children}
      <UnstyledButton ml="auto" fz="sm" td="underline" onClick={onClear}>
        {t('list.clearSelection')}
      </UnstyledButton>
    </Group>
  );
}
