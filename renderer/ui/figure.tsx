import { Stack, Text } from '@mantine/core';

interface FigureProps {
  readonly label: string;
  readonly value: string;
  /** What went wrong stands out. */
  readonly isBad?: boolean;
  /** To be read from across the room. */
  readonly isLarge?: boolean;
}

/** One number that is looked at, and what it counts. */
export function Figure({ label, value, isBad = false, isLarge = false }: FigureProps) {
  return (
    <Stack gap={0} role="group" aria-label={label}>
      <Text
        fz={isLarge ? 48 : 'xl'}
        fw={600}
        lh={1.2}
        {...(isBad && { c: 'var(--mantine-color-error)' })}
      >
        {value}
      </Text>
      <Text size={isLarge ? 'lg' : 'sm'} c="dimmed">
        {label}
      </Text>
    </Stack>
  );
}
