import { DatabaseSync } from '@photostructure/sqlite';
import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { DatabaseOwner } from '../../electron/platform/storage/database-owner.ts';
import type { DatabaseDamage } from '../../electron/platform/storage/storage.ts';
import { inTransaction } from '../../shared/storage/in-transaction.ts';
import { openSafely } from '../../electron/platform/storage/open-database.ts';
import { fillDisk, smallDisk } from '../support/small-disk.ts';
import { soundCounts, soundDatabase, useOf } from '../support/sound-database.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const page = 4096;
const soundFile = (): string => soundDatabase(temporaryFolder());

const random = (seed: number): Buffer => {
  let state = seed;
  return Buffer.from(
    Array.from({ length: page }, () => (state = (state * 1_103_515_245 + 12_345) % 2 ** 31) & 0xff),
  );
};
const overwrite = (file: string, at: number, bytes: Buffer): void => {
  const all = readFileSync(file);
  bytes.copy(all, at);
  writeFileSync(file, all);
};

/** An owner, and what it says of damage. */
function ownerOf(file: string, now = () => 0) {
  const damages: DatabaseDamage[] = [];
  return { owner: new DatabaseOwner(file, now, (damage) => damages.push(damage)), damages };
}

const kinds: Record<string, (file: string, index: number) => void> = {
  'truncated before page': (file, index) => truncateSync(file, index * page),
  'truncated within page': (file, index) => truncateSync(file, index * page + 100),
  'zeros in page': (file, index) => overwrite(file, index * page, Buffer.alloc(page)),
  'random bytes in page': (file, index) => overwrite(file, index * page, random(index + 1)),
};

it.each(Object.keys(kinds))(
  'starts with a file with %s 1, 2, and so on to its last, and says what it saved',
  (name) => {
    const sound = soundFile();
    const saved: number[] = [];
    for (let index = 0; index < statSync(sound).size / page; index += 1) {
      const file = path.join(temporaryFolder(), 'ringcue.db');
      copyFileSync(sound, file);
      kinds[name]!(file, index);
      const found = useOf(file);
      expect(found.found, `${name} ${index + 1}`).toBe(1);
      if (found.damage !== undefined) {
        expect(readdirSync(path.dirname(file)).join()).toContain('damaged');
        expect(found.deliveries).toBe(found.damage.deliveries);
      }
      saved.push(found.deliveries);
    }
    // Most single pages are not the outbox's: then nothing of it is lost.
    if (!name.startsWith('truncated'))
      expect(saved.filter((count) => count === 60).length).toBeGreaterThan(7);
    expect(useOf(sound)).toMatchObject({ damage: undefined, deliveries: 60, claims: 200 });
  },
  120_000,
);

it('sends the other deliveries where a row of one cannot be read', () => {
  const file = soundFile();
  const changed = new DatabaseSync(file);
  changed.exec("UPDATE deliveries SET stage = 'rinfing' WHERE id = 'd5'");
  changed.close();
  expect(useOf(file)).toMatchObject({ damage: undefined, deliveries: 59 });
});

it('reads the other rows of each table where one cannot be read', () => {
  const file = soundFile();
  const changed = new DatabaseSync(file);
  const { operations } = openSafely(file);
  const call = { agent: 'ada', startedAt: 1, rangAt: 0, answeredAt: 0, endedAt: 2, text: '' };
  for (const callKey of ['a', 'b'])
    operations.calls.put([{ ...call, callKey, outcome: 'answered', data: '{}' }]);
  for (const id of ['a', 'b']) {
    operations.popups.add({
      ...{ id, agent: 'ada', at: 1, popupId: 'p', popupName: 'P', caller: '', queue: '' },
      ...{ outcome: 'opened', problem: null, lateSeconds: 0, callKey: '', request: '{}' },
    });
    operations.values.set(`draft:${id}`, 'x');
  }
  changed.exec(`UPDATE calls SET outcome = 'answexed' WHERE call_key = 'b';
    UPDATE popups SET outcome = 'opexed' WHERE id = 'b';
    UPDATE notes SET value = x'00ff' WHERE name = 'draft:b';
    UPDATE claims SET at = 'x' WHERE key = 'claim 7';
    UPDATE journal SET kind = 'evext' WHERE id = 'j7';
    UPDATE deliveries SET state = 'waitixg' WHERE id = 'd5'`);
  changed.close();
  expect(operations.calls.search({ agent: 'ada', words: [], limit: 9 })).toHaveLength(1);
  expect(operations.popups.newest('ada', 9)).toHaveLength(1);
  expect(operations.values.all('draft:')).toEqual([{ name: 'draft:a', value: 'x' }]);
  expect(operations.claims.since(0)).toHaveLength(199);
  expect(operations.entryLog.search({ text: '', limit: 1_000 })).toHaveLength(199);
  expect(operations.outbox.counts()).toEqual([{ state: 'waiting', count: 59 }]);
  const health = operations.outbox.health({ edges: [0, 100], webhook: undefined });
  expect(health.bars).toEqual([{ delivered: 0, retrying: 59, failed: 0 }]);
  operations.file.close();
});

it('makes the search index again where it alone is damaged', () => {
  const file = soundFile();
  // Only the index has the name in small letters.
  const bytes = readFileSync(file);
  for (let at = bytes.indexOf('hopper'); at !== -1; at = bytes.indexOf('hopper', at + 1)) {
    bytes.fill(0xff, at - 4, at + 40);
  }
  writeFileSync(file, bytes);
  const { operations, damage } = openSafely(file);
  expect(damage).toBeUndefined();
  expect(operations.entryLog.search({ text: 'hopper', limit: 1_000 })).toHaveLength(200);
  operations.file.close();
});

it('sets a file aside whose damage only an operation meets', () => {
  const file = soundFile();
  const { owner, damages } = ownerOf(file);
  let isMet = false;
  const since = owner.run(({ claims }) => {
    // What SQLite says of a page that quick_check lets pass; `npm run damage` finds real ones.
    if (!isMet) {
      isMet = true;
      throw new Error('database disk image is malformed');
    }
    return claims.since(0);
  });
  expect(since).toHaveLength(soundCounts.claims);
  // Told at once, not at the next start.
  expect(damages).toMatchObject([{ deliveries: soundCounts.deliveries }]);
  owner.run(({ claims }) => claims.add('after', 1));
  expect(readdirSync(path.dirname(file)).join()).toContain('damaged');
  expect(damages.map(({ file: aside }) => aside).join()).toContain('damaged');
  owner.run(({ file: own }) => own.close());
});

it('sets nothing aside for what a person searches for', () => {
  const file = soundFile();
  const { owner } = ownerOf(file);
  expect(() =>
    owner.run(() => {
      throw new Error('fts5: database disk image is malformed, said the search');
    }),
  ).toThrow('said the search');
  expect(readdirSync(path.dirname(file)).filter((name) => name.includes('damaged'))).toEqual([]);
  owner.run(({ file: own }) => own.close());
});

it('leaves the database of a newer version alone', () => {
  const file = soundFile();
  const newer = new DatabaseSync(file);
  newer.exec('PRAGMA user_version = 99');
  newer.close();
  expect(() => openSafely(file)).toThrow('newer Ringcue');
  expect(readdirSync(path.dirname(file)).filter((name) => name.includes('damaged'))).toEqual([]);
});

it('says why a transaction failed, also where nothing is left to roll back', () => {
  const database = new DatabaseSync(':memory:');
  expect(() =>
    inTransaction(database, () => {
      database.exec('ROLLBACK');
      throw new Error('the disk is full');
    }),
  ).toThrow('the disk is full');
});

it('opens the database once a full disk has room again', (context) => {
  const folder = smallDisk('1m');
  if (folder === undefined) return context.skip();
  const makeRoom = fillDisk(folder);
  let now = 0;
  const { owner } = ownerOf(path.join(folder, 'ringcue.db'), () => now);
  expect(() => owner.run(({ claims }) => claims.since(0))).toThrow(/full|disk|unable/i);
  makeRoom();
  expect(() => owner.run(({ claims }) => claims.since(0))).toThrow();
  now = 5_000;
  owner.run(({ claims }) => claims.add('a', 1));
  expect(owner.run(({ claims }) => claims.since(0))).toHaveLength(1);
  owner.run(({ file }) => file.close());
});

it.for([0, 128, 256, 320, 384, 512])(
  'loses no delivery of a damaged database on a disk with room for %s kB, and more later',
  (kilobytes, context) => {
    const folder = smallDisk('1m');
    if (folder === undefined) return context.skip();
    const file = path.join(folder, 'ringcue.db');
    copyFileSync(soundFile(), file);
    // The last page is one of the log's: every delivery can be read.
    overwrite(file, statSync(file).size - page, random(1));
    const makeRoom = fillDisk(folder, kilobytes * 1024);
    let now = 0;
    const { owner, damages } = ownerOf(file, () => now);
    makeRoom();
    now = 5_000;
    expect(owner.run(({ outbox }) => outbox.waiting())).toHaveLength(soundCounts.deliveries);
    expect(damages).toMatchObject([{ deliveries: soundCounts.deliveries }]);
    owner.run(({ file: own }) => own.close());
  },
);

it('says of a folder that is read-only that it is, and sets nothing aside', (context) => {
  const folder = smallDisk('1m');
  if (folder === undefined) return context.skip();
  const file = path.join(folder, 'ringcue.db');
  copyFileSync(soundFile(), file);
  if (spawnSync('mount', ['-o', 'remount,ro', folder]).status !== 0) return context.skip();
  const { owner } = ownerOf(file);
  expect(() => owner.run(({ claims }) => claims.since(0))).toThrow(/readonly|read-only|unable/i);
  expect(readdirSync(folder).filter((name) => name.includes('damaged'))).toEqual([]);
});
