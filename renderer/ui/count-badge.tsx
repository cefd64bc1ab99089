import { Badge, VisuallyHidden } from '@mantine/core';

interface CountBadgeProps {
  readonly count: number;
  /** The count in words, for screen readers. */
  readonly label: string;
  readonly testId: string;
}

/** A red count in the menu; nothing where there is none. */
export function CountBadge({ count, label, testId }: CountBadgeProps) {
  if (count === 0) return null;
  return (
    <Badge color="red.9" size="sm" circle={count < 10} data-testid={testId}>
      <span aria-hidden>{count > 99 ? '99+' : count}</span>
      <VisuallyHidden>{label}</VisuallyHidden>
    </Badge>
  );
}
