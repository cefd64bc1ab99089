import { Button, Stack } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';

interface FoldedProps {
  /** Says what is in it, and how much. */
  readonly label: string;
  readonly isOpen?: boolean;
  /** Made when it is opened. */
  readonly children: () => ReactNode;
}

/** What is read now and then. */
export function Folded({ label, isOpen = false, children }: FoldedProps) {
  const [opened, setOpened] = useState(isOpen);
  const Chevron = opened ? IconChevronDown : IconChevronRight;
  return (
    <Stack gap="xs">
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        w="fit-content"
        leftSection={<Chevron size={14} aria-hidden />}
        aria-expanded={opened}
        onClick={() => setOpened(!opened)}
      >
        {label}
      </Button>
      {opened && children()}
    </Stack>
  );
}
