import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core';
import { notifications } from '@mantine/notifications';
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
import type { Popup } from '../../../shared/model/popup.ts';
import { calls } from '../../api/bridge.ts';
import { useBulkChange } from '../../api/use-bulk-change.tsx';
import { useTexts } from '../../i18n/use-texts.ts';

/** Opens it for a sample call of the agent who sits here; why it does not open is said. */
async function test({ id }: Popup): Promise<void> {
  const reply = await calls()['popup.test']({ popupId: id });
  if (reply.ok) return;
  notifications.show({
    color: 'red',
    message: reply.problems.map(({ message }) => message).join(' '),
  });
}

/** How long a pause lasts, in minutes; the last one until somebody resumes it. */
const pauses = [
  { key: 'quarter', minutes: 15 },
  { key: 'hour', minutes: 60 },
  { key: 'open', minutes: undefined },
] as const;

export interface PopupChanges {
  readonly switchOn: (popups: readonly Popup[], on: boolean) => Promise<boolean>;
  readonly pause: (popups: readonly Popup[], minutes: number | undefined) => Promise<boolean>;
  readonly resume: (popups: readonly Popup[]) => Promise<boolean>;
  readonly duplicate: (popups: readonly Popup[]) => Promise<boolean>;
  readonly remove: (popups: readonly Popup[]) => Promise<boolean>;
}

/** What can be done with popups, each with a word of what was done and a way back. */
export function usePopupChanges(): PopupChanges {
  const texts = useTexts().popups;
  const change = useBulkChange();
  const part = 'popups' as const;
  const ids = (popups: readonly Popup[]): string[] => popups.map(({ id }) => id);
  return {
    switchOn: (popups, on) =>
      change(
        { do: on ? 'enable' : 'disable', part, ids: ids(popups) },
        (on ? texts.done.enabled : texts.done.disabled)(popups.length),
      ),
    pause: (popups, minutes) =>
      change(
        {
          do: 'pause',
          part,
          ids: ids(popups),
          pause:
            minutes === undefined
              ? {}
              : { until: new Date(Date.now() + minutes * 60_000).toISOString() },
        },
        texts.done.paused(popups.length),
      ),
    resume: (popups) =>
      change({ do: 'resume', part, ids: ids(popups) }, texts.done.resumed(popups.length)),
    duplicate: (popups) =>
      change(
        {
          do: 'duplicate',
          part,
          copies: popups.map(({ id, name }) => ({
            of: id,
            id: `popup-${crypto.randomUUID()}`,
            name: texts.copyOf(name).slice(0, 200),
          })),
        },
        texts.done.duplicated(popups.length),
      ),
    remove: (popups) =>
      change({ do: 'delete', part, ids: ids(popups) }, texts.done.deleted(popups.length)),
  };
}

interface PopupActionsProps {
  readonly popup: Popup;
  readonly changes: PopupChanges;
  readonly onEdit: () => void;
  readonly onDelete: () => void;
}

/** The buttons of one row: edit and delete at hand, the rest in a menu. */
export function PopupActions({ popup, changes, onEdit, onDelete }: PopupActionsProps) {
  const { common, popups: texts } = useTexts();
  return (
    <>
      <Tooltip label={common.edit}>
        <ActionIcon variant="subtle" aria-label={`${common.edit}: ${popup.name}`} onClick={onEdit}>
          <IconPencil size={18} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={common.delete}>
        <ActionIcon
          variant="subtle"
          color="red"
          aria-label={`${common.delete}: ${popup.name}`}
          onClick={onDelete}
        >
          <IconTrash size={18} />
        </ActionIcon>
      </Tooltip>
      <Menu position="bottom-end" withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <ActionIcon variant="subtle" aria-label={`${common.more}: ${popup.name}`}>
            <IconDots size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={
              popup.enabled ? <IconToggleLeft size={16} /> : <IconToggleRight size={16} />
            }
            onClick={() => void changes.switchOn([popup], !popup.enabled)}
          >
            {popup.enabled ? texts.disable : texts.enable}
          </Menu.Item>
          {popup.pause === undefined ? (
            <PauseItems onPause={(minutes) => void changes.pause([popup], minutes)} />
          ) : (
            <Menu.Item
              leftSection={<IconPlayerPlay size={16} />}
              onClick={() => void changes.resume([popup])}
            >
              {texts.resume}
            </Menu.Item>
          )}
          <Menu.Item leftSection={<IconPhoneCall size={16} />} onClick={() => void test(popup)}>
            {texts.test}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconCopy size={16} />}
            onClick={() => void changes.duplicate([popup])}
          >
            {texts.duplicate}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  );
}

function PauseItems({ onPause }: { onPause: (minutes: number | undefined) => void }) {
  const texts = useTexts().popups;
  return (
    <>
      {pauses.map(({ key, minutes }) => (
        <Menu.Item
          key={key}
          leftSection={<IconPlayerPause size={16} />}
          onClick={() => onPause(minutes)}
        >
          {texts.pauseFor[key]}
        </Menu.Item>
      ))}
    </>
  );
}

interface PopupBulkActionsProps {
  readonly popups: readonly Popup[];
  readonly changes: PopupChanges;
  readonly onDone: () => void;
  readonly onDelete: () => void;
}

/** The buttons for all that is selected. */
export function PopupBulkActions({ popups, changes, onDone, onDelete }: PopupBulkActionsProps) {
  const { common, popups: texts } = useTexts();
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
      {button(texts.enable, () => changes.switchOn(popups, true))}
      {button(texts.disable, () => changes.switchOn(popups, false))}
      <Menu withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <Button size="xs" variant="default">
            {texts.pause}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <PauseItems onPause={(minutes) => then(changes.pause(popups, minutes))} />
        </Menu.Dropdown>
      </Menu>
      {button(texts.resume, () => changes.resume(popups))}
      {button(texts.duplicate, () => changes.duplicate(popups))}
      <Button size="xs" color="red" variant="light" onClick={onDelete}>
        {common.delete}
      </Button>
    </>
  );
}
