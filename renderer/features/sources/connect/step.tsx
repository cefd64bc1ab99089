import { Group, Stack, ThemeIcon, Title } from '@mantine/core';
import type { ReactNode } from 'react';

/** One of the numbered steps. */
export function Step(props: { number: number; title: string; children: ReactNode }) {
  const { number, title, children } = props;
  return (
    <Group align="flex-start" wrap="nowrap" component="section" aria-label={title}>
      <ThemeIcon radius="xl" size={28} variant="light" aria-hidden>
        {number}
      </ThemeIcon>
      <Stack gap="sm" flex={1} pt={2} miw={0}>
        <Title order={3} size="h5">
          {title}
        </Title>
        {children}
      </Stack>
    </Group>
  );
}
