/** Builds dist/. @returns what is in it, by name and version */
export function bundle(): Promise<{ readonly shipped: readonly string[] }>;
