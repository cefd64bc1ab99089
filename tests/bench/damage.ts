/**
 * `npm run -s damage -- [--random 300] [--json]`: the database truncated at every byte of its first two pages and at random after,
 * each page filled with zeros and with random bytes. Prints a line a kind of damage: how many were usable afterwards, how many were
 * set aside, and what was saved of 60 deliveries. Exits with 1 where one was not usable.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { soundDatabase, useOf } from '../support/sound-database.ts';
import { Dice } from '../support/fuzz/mutate.ts';

const { values } = parseArgs({
  options: {
    random: { type: 'string', default: '300' },
    json: { type: 'boolean', default: false },
  },
});
const page = 4_096;
const dice = new Dice(1);
const folder = mkdtempSync(path.join(tmpdir(), 'ringcue-damage-'));
const sound = readFileSync(soundDatabase(folder));
const pages = Math.floor(sound.length / page);
const filled = (at: number, fill: () => number): Buffer => {
  const bytes = Buffer.from(sound);
  for (let index = at; index < at + page; index += 1) bytes[index] = fill();
  return bytes;
};
const many = (count: number, make: (index: number) => Buffer) => ({ count, make });
const kinds = {
  'cut at every byte of the first two pages': many(2 * page, (at) => sound.subarray(0, at)),
  'cut at random after': many(Number(values.random), () =>
    sound.subarray(0, 2 * page + dice.below(sound.length - 2 * page)),
  ),
  'a page of zeros': many(pages, (index) => filled(index * page, () => 0)),
  'a page of random bytes': many(pages, (index) => filled(index * page, () => dice.below(256))),
  'one byte changed': many(Number(values.random), () => {
    const bytes = Buffer.from(sound);
    bytes[dice.below(bytes.length)] = dice.below(256);
    return bytes;
  }),
  'all zeros': many(1, () => Buffer.alloc(sound.length)),
};
for (const [damage, { count, make }] of Object.entries(kinds)) {
  const saved: number[] = [];
  const result = { damage, cases: count, usable: 0, setAside: 0 };
  for (let index = 0; index < count; index += 1) {
    const own = mkdtempSync(path.join(folder, 'case-'));
    const file = path.join(own, 'ringcue.db');
    writeFileSync(file, make(index));
    try {
      const use = useOf(file);
      result.usable += use.found;
      if (use.damage !== undefined) result.setAside += 1;
      saved.push(use.deliveries);
    } catch (error) {
      console.error(`${damage}, ${index}: ${String(error)}`);
      process.exitCode = 1;
    }
    rmSync(own, { recursive: true });
  }
  saved.sort((a, b) => a - b);
  const all = saved.filter((deliveries) => deliveries === 60).length;
  const line = { ...result, savedAll: all, savedLeast: saved[0] ?? 0 };
  console.log(
    values.json
      ? JSON.stringify(line)
      : Object.entries(line)
          .map(([name, value]) => `${name} ${value}`)
          .join(', '),
  );
}
rmSync(folder, { recursive: true, force: true });
