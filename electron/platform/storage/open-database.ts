import { existsSync, renameSync } from 'node:fs';
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
  const aside = setAside(file);
  const { operations, database } = openDatabase(file);
  const saved = salvage(aside, database);
  return { operations, damage: { file: aside, deliveries: saved['deliveries'] ?? 0 } };
}

/** With its journal beside it, which belongs to it. */
function setAside(file: string): string {
  const stamp = new Date().toISOString().replace(/[:.]/g, '-');
  const aside = file.replace(/(\.db)?$/, `.damaged-${stamp}.db`);
  for (const end of ['', '-wal', '-shm']) {
    if (existsSync(file + end)) renameSync(file + end, aside + end);
  }
  return aside;
}
