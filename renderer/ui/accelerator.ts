/** What of a key event a shortcut is made of. */
export interface PressedKeys {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** Electron's names where they are not those of the web. */
const named: Readonly<Record<string, string>> = {
  ' ': 'Space',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  Home: 'Home',
  End: 'End',
  PageUp: 'PageUp',
  PageDown: 'PageDown',
  Insert: 'Insert',
  Delete: 'Delete',
};

/**
 * The shortcut that was pressed, as Electron writes it. Undefined for keys that a person types with: those of the whole
 * system would no longer reach any program.
 */
export function acceleratorOf(
  { key, ctrlKey, metaKey, altKey, shiftKey }: PressedKeys,
  isMac: boolean,
): string | undefined {
  const isFunction = /^F(?:[1-9]|1\d|2[0-4])$/.test(key);
  const name = isFunction || /^[A-Za-z\d]$/.test(key) ? key.toUpperCase() : named[key];
  const [command, other] = isMac ? [metaKey, ctrlKey] : [ctrlKey, metaKey];
  if (name === undefined || !(isFunction || ctrlKey || metaKey || altKey)) return undefined;
  const parts = [
    command && 'CommandOrControl',
    other && (isMac ? 'Control' : 'Super'),
    altKey && 'Alt',
    shiftKey && 'Shift',
    name,
  ];
  return parts.filter((part) => part !== false).join('+');
}

/** The same for people: the keys as they are called on this computer. */
export const shownAccelerator = (accelerator: string, isMac: boolean): string =>
  accelerator
    .split('+')
    .map((part) => (/^(?:CommandOrControl|CmdOrCtrl)$/i.test(part) ? (isMac ? '⌘' : 'Ctrl') : part))
    .join(' + ');
