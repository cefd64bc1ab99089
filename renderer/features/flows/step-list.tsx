import {
  closestCenter,
  DndContext,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
  type Announcements,
} from '@dnd-kit/core';
import {
  SortableContext,
  sortableKeyboardCoordinates,
  useSortable,
  verticalListSortingStrategy,
} from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import { ActionIcon, Group, Paper, Stack, Text } from '@mantine/core';
import { IconGripVertical } from '@tabler/icons-react';
import type { FlowForm } from './flow-form.ts';
import { AddStep, StepButtons } from './step-buttons.tsx';
import { StepFields } from './step-fields.tsx';
import { branchesOf, newStep, variablesOf, type EditedStep, type StepBranch } from './step-tree.ts';
import { TakenMark, useTaken } from './taken-steps.tsx';
import { useText } from '../../i18n/use-text.ts';

/** Deeper than anybody can read. */
const maxDepth = 4;

export interface StepListProps {
  readonly form: FlowForm;
  /** Where the form has them: `flow.steps`, or `flow.steps.1.then`. */
  readonly list: string;
  readonly steps: readonly EditedStep[];
  /** Variables that are set before this list. */
  readonly known: readonly string[];
  readonly depth: number;
  readonly label: string;
}

/** Steps in order, to be moved by drag, by keyboard and by buttons. */
export function StepList(props: StepListProps) {
  const { form, list, steps, label } = props;
  const t = useText();
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const move = (from: number, to: number): void => {
    if (to >= 0 && to < steps.length) form.reorderListItem(list, { from, to });
  };
  const indexOf = (key: unknown): number => steps.findIndex((step) => step.key === key);
  const announcements: Announcements = {
    onDragStart: ({ active }) => t('flows.drag.picked', { number: indexOf(active.id) + 1 }),
    onDragOver: ({ over }) =>
      over === null
        ? undefined
        : t('flows.drag.over', { number: indexOf(over.id) + 1, count: steps.length }),
    onDragEnd: ({ over }) => t('flows.drag.dropped', { number: indexOf(over?.id) + 1 }),
    onDragCancel: () => t('flows.drag.cancelled'),
  };
  return (
    <Stack gap="xs" role="group" aria-label={label}>
      {steps.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('flows.noSteps')}
        </Text>
      )}
      <DndContext
        sensors={sensors}
        accessibility={{
          announcements,
          screenReaderInstructions: { draggable: t('flows.drag.instructions') },
        }}
        collisionDetection={closestCenter}
        onDragEnd={({ active, over }) => {
          if (over !== null) move(indexOf(active.id), indexOf(over.id));
        }}
      >
        <SortableContext items={steps.map(({ key }) => key)} strategy={verticalListSortingStrategy}>
          {steps.map((edited, index) => (
            <StepCard
              key={edited.key}
              {...props}
              edited={edited}
              index={index}
              onMove={(by) => move(index, index + by)}
            />
          ))}
        </SortableContext>
      </DndContext>
      <AddStep
        canBranch={props.depth < maxDepth}
        onAdd={(kind) => form.insertListItem(list, newStep(kind))}
      />
    </Stack>
  );
}

interface StepCardProps extends StepListProps {
  readonly edited: EditedStep;
  readonly index: number;
  readonly onMove: (by: -1 | 1) => void;
}

function StepCard(props: StepCardProps) {
  const { form, list, edited, index, steps, known, depth } = props;
  const t = useText();
  const { attributes, listeners, setNodeRef, transform, transition } = useSortable({
    id: edited.key,
  });
  const at = `${list}.${index}`;
  const name = t('flows.step', { number: index + 1 });
  const taken = useTaken(at);
  // Variables that are set before this step, and so can be asked for in it.
  const before = [...known, ...variablesOf(steps.slice(0, index))];
  return (
    <Paper
      ref={setNodeRef}
      withBorder
      p="sm"
      data-testid="flow-step"
      style={{ transform: CSS.Transform.toString(transform), transition }}
    >
      <Group wrap="nowrap" align="flex-start" gap="xs">
        <ActionIcon
          variant="subtle"
          color="gray"
          style={{ cursor: 'grab', touchAction: 'none' }}
          {...attributes}
          {...listeners}
          aria-label={t('flows.move', { name })}
        >
          <IconGripVertical size={18} />
        </ActionIcon>
        <Stack gap="xs" flex={1} miw={0}>
          {taken !== undefined && <TakenMark of="step" />}
          <StepFields form={form} at={at} step={edited} known={before} />
          {branchesOf(edited, depth < maxDepth).map(({ which, steps: inner }) => (
            <Branch
              key={which}
              which={which}
              isTaken={taken?.branch === which}
              form={form}
              list={`${at}.${which}`}
              steps={inner}
              known={before}
              depth={depth + 1}
            />
          ))}
        </Stack>
        <StepButtons
          name={name}
          isFirst={index === 0}
          isLast={index === steps.length - 1}
          onMove={props.onMove}
          onRemove={() => form.removeListItem(list, index)}
        />
      </Group>
    </Paper>
  );
}

interface BranchProps extends Omit<StepListProps, 'label'> {
  readonly which: StepBranch['which'];
  /** By a test run. */
  readonly isTaken: boolean;
}

function Branch({ which, isTaken, ...list }: BranchProps) {
  const t = useText();
  const label = t(`flows.${which}`);
  return (
    <div>
      <Group gap="xs" mb={4}>
        <Text size="sm" fw={500}>
          {label}
        </Text>
        {isTaken && <TakenMark of="branch" />}
      </Group>
      <StepList {...list} label={label} />
    </div>
  );
}
