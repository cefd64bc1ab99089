/** An X server with a window manager of its own. */
export function startDesktop(): Promise<{ display: string; stop: () => void }>;
