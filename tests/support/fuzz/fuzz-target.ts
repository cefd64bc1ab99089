import type { Dice } from './mutate.ts';

export interface FuzzTarget {
  readonly name: string;
  /** Before the first run: starts what the target needs. */
  readonly begin?: () => Promise<void>;
  /** Runs once. @returns true where something was done that only an administrator, or who knows the secret, may do */
  readonly run: (dice: Dice) => boolean | Promise<boolean>;
  readonly end: () => void | Promise<void>;
}

export const nothing = (): void => undefined;
