import { Group, Kbd } from '@mantine/core';

/** Keys that are pressed together. */
export function KeyCaps({ parts }: { parts: readonly string[] }) {
  return (
    <Group gap={4} wrap="nowrap" component="span">
      {parts.map((part) => (
        <Kbd key={part}>{part}</Kbd>
      ))}
    </Group>
  );
}
