import path from 'node:path';
import { openDatabase } from '../../electron/platform/storage/database.ts';
import type { DatabaseDamage } from '../../electron/platform/storage/storage.ts';
import { DatabaseOwner } from '../../electron/platform/storage/database-owner.ts';

export const soundCounts = { deliveries: 60, claims: 200 } as const;

const delivery = (index: number) => ({
  id: `d${index}`,
  webhook: 'w',
  webhookName: 'W',
  host: 'crm.example.com',
  callKey: `c${index}`,
  caller: 'Ada',
  stage: 'ringing' as const,
  acceptedAt: index,
  expiresAt: 9_999,
  isTest: false,
  request: JSON.stringify({ text: 'x'.repeat(500) }),
});

/** A database of a few dozen pages, closed, with everything in its one file. */
export function soundDatabase(folder: string): string {
  const file = path.join(folder, 'ringcue.db');
  const { operations, database } = openDatabase(file);
  operations.outbox.add(Array.from({ length: soundCounts.deliveries }, (_, id) => delivery(id)));
  for (let index = 0; index < soundCounts.claims; index += 1)
    operations.claims.add(`claim ${index}`, index);
  operations.entryLog.put(
    Array.from({ length: 200 }, (_, index) => ({
      id: `j${index}`,
      at: index,
      kind: 'event' as const,
      callKey: '',
      text: `Grace Hopper ${index}`,
      data: '{}',
    })),
  );
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  operations.file.close();
  return file;
}

/** What a damaged file still gives: it can be written to, and reads what it has. */
export function useOf(file: string) {
  let damage: DatabaseDamage | undefined;
  const owner = new DatabaseOwner(
    file,
    () => 0,
    (met) => (damage = met),
  );
  owner.run(({ claims }) => claims.add('after', 1));
  owner.run(({ outbox }) => outbox.add([delivery(1_000)]));
  owner.run(({ entryLog }) =>
    entryLog.put([{ id: 'new', at: 1, kind: 'event', callKey: '', text: 'new', data: '{}' }]),
  );
  const found = {
    deliveries: owner.run(({ outbox }) => outbox.waiting().length) - 1,
    claims: owner.run(({ claims }) => claims.since(0).length) - 1,
    found: owner.run(({ entryLog }) => entryLog.search({ text: 'new', limit: 1 }).length),
  };
  owner.run(({ file: own }) => own.close());
  return { ...found, damage };
}
