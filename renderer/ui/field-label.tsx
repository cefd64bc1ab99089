import { Group, Text, Tooltip } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';

interface FieldLabelProps {
  readonly label: string;
  /** What the field means, for who points at its label; its input says it as its description. */
  readonly tip: string;
  readonly width?: number;
}

/** Beside an input the name stands in the middle of its height. */
const inputHeight = 36;

/** A field's name with a tip. */
export function FieldLabel({ label, tip, width }: FieldLabelProps) {
  return (
    <Tooltip label={tip} multiline maw={320}>
      <Group
        gap={4}
        wrap="nowrap"
        style={{ flexShrink: 0 }}
        {...(width === undefined ? { display: 'inline-flex' } : { w: width, h: inputHeight })}
      >
        <Text size="sm" fw="inherit">
          {label}
        </Text>
        <IconInfoCircle size={14} aria-hidden opacity={0.6} />
      </Group>
    </Tooltip>
  );
}
