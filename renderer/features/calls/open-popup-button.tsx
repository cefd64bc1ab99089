import { Button, Menu } from '@mantine/core';
import { calls } from '../../api/bridge.ts';
import { showProblems } from '../../api/show-problems.ts';
import { useDesk } from '../../api/desk-context.tsx';
import { useText } from '../../i18n/use-text.ts';

interface OpenPopupButtonProps {
  readonly callKey: string;
  /** Who called, so that a screen reader tells one button from the next. */
  readonly caller: string;
  /** The popups that were asked for; without any, all can be chosen. */
  readonly popupIds: readonly string[];
  /** Whether one of them opened. */
  readonly hasOpened: boolean;
}

/** Reopens a call's popup, or opens one that did not open automatically. */
export function OpenPopupButton(props: OpenPopupButtonProps) {
  const { callKey, caller, popupIds, hasOpened } = props;
  const t = useText();
  const openable = useDesk((desk) => desk.config.openable);
  const open = async (id: string): Promise<void> => {
    const reply = await calls()['call.popup']({ callKey, popupId: id });
    if (!reply.ok) showProblems(reply.problems, t);
  };
  const asked = openable.filter(({ id }) => popupIds.includes(id));
  const popups = asked.length > 0 ? asked : openable;
  const only = popups.length === 1 ? popups[0] : undefined;
  const label = hasOpened && asked.length > 0 ? t('desk.reopen') : t('calls.open');
  const look = {
    size: 'compact-sm',
    variant: 'light',
    'aria-label': `${label}: ${caller}`,
  } as const;
  if (only !== undefined) {
    return (
      <Button {...look} onClick={() => void open(only.id)}>
        {label}
      </Button>
    );
  }
  if (popups.length === 0) return null;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button {...look}>{label}</Button>
      </Menu.Target>
      <Menu.Dropdown mah={320} style={{ overflowY: 'auto' }}>
        {popups.map(({ id, name }) => (
          <Menu.Item key={id} onClick={() => void open(id)}>
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
