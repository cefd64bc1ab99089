import { useEffect, useEffectEvent } from 'react';
import { isMac } from '../is-mac.ts';
import { actsInDialogs, actsWhileTyping, pressedDeskKey, type DeskKeyName } from './desk-keys.ts';

/** What keys do, as long as the component is there. Each is given which of its keys was pressed. */
export type DeskKeyActions = Readonly<Partial<Record<DeskKeyName, (key: string) => void>>>;

const modals = '[aria-modal="true"]';

export function useDeskKeys(actions: DeskKeyActions): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    // Another part took it, such as the field that records a shortcut; a key held down is pressed once.
    if (event.defaultPrevented || event.isComposing || event.repeat) return;
    const pressed = pressedDeskKey(event, isMac);
    if (pressed === undefined) return;
    const act = actions[pressed.name];
    if (act === undefined || !mayAct(pressed.name, event.target)) return;
    event.preventDefault();
    act(pressed.key);
  });
  useEffect(() => {
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}

/** Never instead of what a person writes, and never behind a dialog: what was entered there would be lost. */
const mayAct = (name: DeskKeyName, target: EventTarget | null): boolean =>
  (actsWhileTyping(name) || !isWrittenIn(target)) &&
  (actsInDialogs(name) || document.querySelector(modals) === null);

const isWrittenIn = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('input, textarea, select, [role="combobox"]'));

/** Whether no dialog stands above the one that an element is in. */
export const isInFront = (element: Element | null): boolean =>
  element !== null && [...document.querySelectorAll(modals)].at(-1)?.contains(element) === true;
