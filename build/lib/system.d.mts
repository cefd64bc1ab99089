/** Debian's packages, by what needs them. */
export const packages: Readonly<Record<'electron' | 'display' | 'tests', readonly string[]>>;
/** Installs what is missing of the named packages where apt-get may run; else says what to install. */
export function ensurePackages(names: readonly string[]): void;
/** An X server with a window manager of its own. */
export function startDesktop(): Promise<{ display: string; stop: () => void }>;
