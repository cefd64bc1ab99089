import { ActionIcon, Badge, Button, Menu, Stack, Text, Tooltip } from '@mantine/core';
import {
  IconCopy,
  IconDots,
  IconPencil,
  IconPhoneCall,
  IconPlayerPause,
  IconPlayerPlay,
  IconToggleLeft,
  IconToggleRight,
  IconTrash,
} from '@tabler/icons-react';
import type { Definition, DefinitionChanges } from '../../api/use-definition-changes.ts';
import { isPaused } from '../../../shared/model/pause.ts';
import { Moment } from '../moment.tsx';
import { useNow } from '../use-now.ts';
import { useText } from '../../i18n/use-text.ts';

/** How long a pause lasts, in minutes; the last one until somebody resumes it. */
const pauses = [
  { key: 'quarter', minutes: 15 },
  { key: 'hour', minutes: 60 },
  { key: 'open', minutes: undefined },
] as const;

/** What can be done with definitions of a kind. */
export interface Abilities {
  readonly switch: boolean;
  readonly pause: boolean;
}

interface DefinitionActionsProps<T extends Definition> {
  readonly item: T;
  readonly can: Abilities;
  readonly changes: DefinitionChanges;
  readonly onEdit: () => void;
  readonly onDelete: () => void;
  readonly onTest?: (() => void) | undefined;
  readonly testLabel?: string | undefined;
}

/** The buttons of one row: edit and delete at hand, the rest in a menu. */
export function DefinitionActions<T extends Definition>(props: DefinitionActionsProps<T>) {
  const { item } = props;
  const t = useText();
  return (
    <>
      <Tooltip label={t('common.edit')}>
        <ActionIcon
          variant="subtle"
          aria-label={`${t('common.edit')}: ${item.name}`}
          onClick={props.onEdit}
        >
          <IconPencil size={18} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={t('common.delete')}>
        <ActionIcon
          variant="subtle"
          color="red"
          aria-label={`${t('common.delete')}: ${item.name}`}
          onClick={props.onDelete}
        >
          <IconTrash size={18} />
        </ActionIcon>
      </Tooltip>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="subtle" aria-label={`${t('common.more')}: ${item.name}`}>
            <IconDots size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <MoreItems {...props} />
        </Menu.Dropdown>
      </Menu>
    </>
  );
}

function MoreItems<T extends Definition>(props: DefinitionActionsProps<T>) {
  const { item, can, changes, onTest } = props;
  const t = useText();
  const isOn = item.enabled === true;
  return (
    <>
      {can.switch && (
        <Menu.Item
          leftSection={isOn ? <IconToggleLeft size={16} /> : <IconToggleRight size={16} />}
          onClick={() => void changes.switchOn([item], !isOn)}
        >
          {isOn ? t('definitions.disable') : t('definitions.enable')}
        </Menu.Item>
      )}
      {can.pause &&
        (item.pause === undefined ? (
          <PauseItems onPause={(minutes) => void changes.pause([item], minutes)} />
        ) : (
          <Menu.Item
            leftSection={<IconPlayerPlay size={16} />}
            onClick={() => void changes.resume([item])}
          >
            {t('definitions.resume')}
          </Menu.Item>
        ))}
      {onTest !== undefined && (
        <Menu.Item leftSection={<IconPhoneCall size={16} />} onClick={onTest}>
          {props.testLabel ?? t('definitions.test')}
        </Menu.Item>
      )}
      <Menu.Item
        leftSection={<IconCopy size={16} />}
        onClick={() => void changes.duplicate([item])}
      >
        {t('definitions.duplicate')}
      </Menu.Item>
    </>
  );
}

function PauseItems({ onPause }: { onPause: (minutes: number | undefined) => void }) {
  const t = useText();
  return (
    <>
      {pauses.map(({ key, minutes }) => (
        <Menu.Item
          key={key}
          leftSection={<IconPlayerPause size={16} />}
          onClick={() => onPause(minutes)}
        >
          {t(`definitions.pauseFor.${key}`)}
        </Menu.Item>
      ))}
    </>
  );
}

interface BulkProps {
  readonly items: readonly Definition[];
  readonly can: Abilities;
  readonly changes: DefinitionChanges;
  readonly onDone: () => void;
  readonly onDelete: () => void;
}

/** The buttons for all that is selected. */
export function DefinitionBulkActions({ items, can, changes, onDone, onDelete }: BulkProps) {
  const t = useText();
  const then = (change: Promise<boolean>): void => {
    void change.then((changed) => {
      if (changed) onDone();
    });
  };
  const button = (label: string, run: () => Promise<boolean>) => (
    <Button size="xs" variant="default" onClick={() => then(run())}>
      {label}
    </Button>
  );
  return (
    <>
      {can.switch && button(t('definitions.enable'), () => changes.switchOn(items, true))}
      {can.switch && button(t('definitions.disable'), () => changes.switchOn(items, false))}
      {can.pause && (
        <Menu>
          <Menu.Target>
            <Button size="xs" variant="default">
              {t('definitions.pause')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <PauseItems onPause={(minutes) => then(changes.pause(items, minutes))} />
          </Menu.Dropdown>
        </Menu>
      )}
      {can.pause && button(t('definitions.resume'), () => changes.resume(items))}
      {button(t('definitions.duplicate'), () => changes.duplicate(items))}
      <Tooltip label={t('list.deleteSelected', { count: items.length })}>
        <Button size="xs" color="red" variant="light" onClick={onDelete}>
          {t('common.delete')}
        </Button>
      </Tooltip>
    </>
  );
}

/** On, off or paused, and until when. */
export function DefinitionState({ item }: { item: Definition }) {
  const t = useText();
  // A pause with an end passes on its own: then the label must change, too.
  const now = useNow(item.pause?.until !== undefined);
  const isOn = item.enabled !== false;
  const paused = isOn && isPaused(item.pause, now);
  const [label, color] = paused
    ? [t('definitions.paused'), 'yellow']
    : isOn
      ? [t('definitions.on'), 'teal']
      : [t('definitions.off'), 'gray'];
  return (
    <Stack gap={2} align="flex-start">
      <Badge color={color} variant="light" tt="none" autoContrast miw="max-content">
        {label}
      </Badge>
      {paused && item.pause?.until !== undefined && (
        <Text size="xs" c="dimmed">
          <Moment at={Date.parse(item.pause.until)} />
        </Text>
      )}
    </Stack>
  );
}
