import { randomUUID } from 'node:crypto';

/**
 * A new secret gets a new name in the vault: what still refers to the old one (a delivery on its way, a key that
 * is being rotated, an undo) keeps it.
 */
export const freshName = (name: string): string =>
  `${name.slice(0, 190)}.${randomUUID().slice(0, 8)}`;
