/** The Electron to run here, fetched where it is missing. */
export function findElectron(): Promise<{ executable: string; dist: string; version: string }>;
