import { existsSync, renameSync, rmSync } from 'node:fs';
import { openDatabase, type OpenedDatabase } from './database.ts';
import { isDamage } from './database-check.ts';
import { salvage } from './salvage.ts';
import type { DatabaseDamage } from './storage.ts';

export interface SafelyOpened extends Omit<OpenedDatabase, 'database'> {
  /** Undefined where the file was sound. */
  readonly damage: DatabaseDamage | undefined;
}

/**
 * Opens the database. A damaged one is set aside, and what can be read of it is copied to a new one: without it no webhook
 * would be sent, and no start would ever help.
 *
 * @throws where it is not damaged but cannot be used: a newer version's, a full disk, a folder that is read-only
 */
export function openSafely(file: string): SafelyOpened {
  try {
    const { operations } = openDatabase(file);
    return { operations, damage: undefined };
  } catch (error) {
    if (!isDamage(error)) throw error;
  }
  return replaceDamaged(file);
}

/** @throws where a new one cannot be made */
export function replaceDamaged(file: string): SafelyOpened {
  const stamp = new Date().toISOString().replace(/[:.]/g, '-');
  const aside = file.replace(/(\.db)?$/, `.damaged-${stamp}.db`);
  move(file, aside);
  try {
    const { operations, saved } = copyOf(aside, file);
    return { operations, damage: { file: aside, deliveries: saved['deliveries'] ?? 0 } };
  } catch (error) {
    // Without room for a new one it stays where it was: once there is, what it holds is copied.
    for (const end of ends) rmSync(file + end, { force: true });
    move(aside, file);
    throw error;
  }
}

function copyOf(aside: string, file: string) {
  const { operations, database } = openDatabase(file);
  try {
    return { operations, saved: salvage(aside, database) };
  } catch (error) {
    database.close();
    throw error;
  }
}

/** The journals beside it belong to it. */
const ends = ['', '-wal', '-shm'];

function move(from: string, to: string): void {
  for (const end of ends) {
    if (existsSync(from + end)) renameSync(from + end, to + end);
  }
}
