interface DeskKey {
  /** As a keyboard names them; each does the same to something else. */
  readonly keys: readonly [string, ...string[]];
  /** With Ctrl, on a Mac with ⌘: so it acts also while a person types. */
  readonly withCommand: boolean;
  /** Acts also on a dialog or an editor that is open. */
  readonly inDialogs?: true;
}

/** Every key of the desk. What acts on them, the dialog that lists them and docs/desk.md follow from this. */
export const deskKeys = {
  palette: { keys: ['k'], withCommand: true },
  page: { keys: ['1', '2', '3', '4', '5', '6', '7', '8', '9'], withCommand: true },
  search: { keys: ['/'], withCommand: false },
  save: { keys: ['s'], withCommand: true, inDialogs: true },
  help: { keys: ['?'], withCommand: false },
} as const satisfies Readonly<Record<string, DeskKey>>;

export type DeskKeyName = keyof typeof deskKeys;
const declared: Readonly<Record<DeskKeyName, DeskKey>> = deskKeys;

/** In the order in which they are listed. */
export const deskKeyNames: readonly DeskKeyName[] = ['palette', 'page', 'search', 'save', 'help'];

export const actsInDialogs = (name: DeskKeyName): boolean => declared[name].inDialogs === true;
export const actsWhileTyping = (name: DeskKeyName): boolean => declared[name].withCommand;

/** What of a key event says which key of the desk it is. */
type PressedKey = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'
>;

export function pressedDeskKey(
  pressed: PressedKey,
  isMac: boolean,
): { readonly name: DeskKeyName; readonly key: string } | undefined {
  const { ctrlKey, metaKey, altKey, shiftKey } = pressed;
  const [command, other] = isMac ? [metaKey, ctrlKey] : [ctrlKey, metaKey];
  // AltGr, which writes characters, is Ctrl and Alt at once.
  if (other || altKey) return undefined;
  // Where / and ? are on a keyboard, and whether Shift is needed for them, its layout decides.
  if (command && shiftKey) return undefined;
  const key = command ? commandKey(pressed) : pressed.key;
  const name = deskKeyNames.find(
    (one) => declared[one].withCommand === command && declared[one].keys.includes(key),
  );
  return name && { name, key };
}

/** Letters and digits as they are printed; where the layout has none (Cyrillic, AZERTY), by their place. */
function commandKey({ key, code }: PressedKey): string {
  if (/^[a-z\d]$/i.test(key)) return key.toLowerCase();
  return /^(?:Key|Digit)([A-Z\d])$/.exec(code)?.[1]?.toLowerCase() ?? key;
}

/** The keys as they are called on this computer: `Ctrl`, `1 … 9`. */
export function keyParts(name: DeskKeyName, isMac: boolean): readonly string[] {
  const { keys, withCommand } = declared[name];
  const last = keys.at(-1);
  const shown = keys.length === 1 ? keys[0] : `${keys[0]} … ${last ?? ''}`;
  return [...(withCommand ? [isMac ? '⌘' : 'Ctrl'] : []), shown.toUpperCase()];
}
