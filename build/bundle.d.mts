/** Builds dist/. @param electron what the app will run on here @returns what is in it, by name and version */
export function bundle(electron?: {
  readonly executable: string;
}): Promise<{ readonly shipped: readonly string[] }>;
