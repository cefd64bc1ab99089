/**
 * Who may change a file on Windows, from its security descriptor (SDDL). On a new computer every user may make folders in
 * %ProgramData%: one who was there first would write the policy of all others.
 */

/** SYSTEM, the administrators, and TrustedInstaller. */
const trusted: ReadonlySet<string> = new Set([
  'SY',
  'BA',
  'S-1-5-18',
  'S-1-5-32-544',
  'S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464',
]);
/** Read, execute, read permissions; 0x1200a9 is read and execute together. */
const readOnly: ReadonlySet<string> = new Set(['FR', 'FX', 'GR', 'GX', 'RC']);
const readMask = 0x12_00a9;

/** @returns whether administrators alone own it and may write it; false where that cannot be told */
export function isAdministratorsAlone(sddl: string): boolean {
  const owner = /^O:(S-[\d-]+|[A-Z]{2})/.exec(sddl)?.[1];
  const list = /D:[A-Z]*((?:\([^()]*\))+)/.exec(sddl)?.[1];
  if (owner === undefined || !trusted.has(owner) || list === undefined) return false;
  return list.slice(1, -1).split(')(').every(isHarmless);
}

function isHarmless(entry: string): boolean {
  const [type = '', flags = '', rights = '', , , account = ''] = entry.split(';');
  // What denies takes rights away. What only files below inherit says nothing of this one.
  if (type === 'D' || flags.match(/../g)?.includes('IO') === true) return true;
  return type === 'A' && (trusted.has(account) || isReading(rights));
}

const isReading = (rights: string): boolean =>
  rights.startsWith('0x')
    ? (Number(rights) & ~readMask) === 0
    : rights.match(/../g)?.every((right) => readOnly.has(right)) === true;
