import { Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';

/** Shown where there is nothing yet: why, and what to do. */
export function EmptyNote({ text, children }: { text: string; children?: ReactNode }) {
  return (
    <Stack align="center" gap="sm" py="lg">
      <Text c="dimmed" ta="center" maw={460} style={{ textWrap: 'balance' }}>
        {text}
      </Text>
      {children}
    </Stack>
  );
}
