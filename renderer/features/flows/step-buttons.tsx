import { ActionIcon, Button, Group, Menu } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react';
import { useText } from '../../i18n/use-text.ts';

interface StepButtonsProps {
  readonly name: string;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}

/** Moves and removes a step without a pointer. */
export function StepButtons({ name, isFirst, isLast, onMove, onRemove }: StepButtonsProps) {
  const t = useText();
  return (
    <Group gap={0} wrap="nowrap">
      <ActionIcon
        variant="subtle"
        aria-label={`${t('flows.moveUp')}: ${name}`}
        disabled={isFirst}
        onClick={() => onMove(-1)}
      >
        <IconArrowUp size={18} />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        aria-label={`${t('flows.moveDown')}: ${name}`}
        disabled={isLast}
        onClick={() => onMove(1)}
      >
        <IconArrowDown size={18} />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="red"
        aria-label={`${t('flows.removeStep')}: ${name}`}
        onClick={onRemove}
      >
        <IconTrash size={18} />
      </ActionIcon>
    </Group>
  );
}

const kinds = ['popup', 'send', 'ask', 'if'] as const;

export function AddStep(props: {
  canBranch: boolean;
  onAdd: (kind: (typeof kinds)[number]) => void;
}) {
  const t = useText();
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button size="xs" variant="light" w="fit-content" leftSection={<IconPlus size={14} />}>
          {t('flows.addStep')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {kinds
          .filter((kind) => kind !== 'if' || props.canBranch)
          .map((kind) => (
            <Menu.Item key={kind} onClick={() => props.onAdd(kind)}>
              {t(`flows.kinds.${kind}`)}
            </Menu.Item>
          ))}
      </Menu.Dropdown>
    </Menu>
  );
}
