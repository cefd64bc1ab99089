/** Builds dist/. */
export function bundle(): Promise<void>;
