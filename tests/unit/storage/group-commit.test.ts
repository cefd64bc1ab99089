import { expect, it } from 'vitest';
import { GroupCommit } from '../../../shared/storage/group-commit.ts';
import { until } from '../../support/until.ts';

/** A disk that writes when it is told, and refuses what it is told to refuse. */
function slowDisk(refused: readonly string[] = []) {
  const groups: (readonly string[])[] = [];
  const begun: (() => void)[] = [];
  let isFast = false;
  const write = async (items: readonly string[]): Promise<readonly string[]> => {
    groups.push(items);
    if (!isFast) await new Promise<void>((resolve) => begun.push(resolve));
    if (items.some((item) => refused.includes(item))) throw new Error('refused');
    return items.map((item) => `${item} written`);
  };
  const finish = async (): Promise<void> => (await until(() => begun.shift(), 'a group'))();
  const finishAll = (): void => {
    isFast = true;
    for (const end of begun) end();
  };
  return { groups, write, finish, finishAll };
}

const limits = { waiting: 4, together: 3 };

it('writes together what comes while it writes, at most so many, in order', async () => {
  const disk = slowDisk();
  const group = new GroupCommit(disk.write, limits);
  const written = ['a', 'b', 'c', 'd', 'e'].map((item) => group.add(item));
  await disk.finish();
  expect(await written[0]).toBe('a written');
  await disk.finish();
  await disk.finish();
  expect(await Promise.all(written)).toEqual(['a', 'b', 'c', 'd', 'e'].map((x) => `${x} written`));
  expect(disk.groups).toEqual([['a'], ['b', 'c', 'd'], ['e']]);
  await group.settled();
});

it('refuses only what the disk refuses', async () => {
  const disk = slowDisk(['c']);
  const group = new GroupCommit(disk.write, limits);
  const written = ['a', 'b', 'c', 'd'].map((item) => group.add(item));
  const outcomes = Promise.allSettled(written);
  // First alone, then three together, then each of them.
  for (let write = 0; write < 5; write += 1) await disk.finish();
  expect((await outcomes).map(({ status }) => status)).toEqual([
    'fulfilled',
    'fulfilled',
    'rejected',
    'fulfilled',
  ]);
});

it('refuses more than may wait, and takes more once there is room', async () => {
  const disk = slowDisk();
  const group = new GroupCommit(disk.write, limits);
  const written = ['a', 'b', 'c', 'd', 'e'].map((item) => group.add(item));
  await expect(group.add('f')).rejects.toThrow('The disk cannot follow.');
  await disk.finish();
  await disk.finish();
  await written[3];
  const late = group.add('g');
  disk.finishAll();
  expect(await late).toBe('g written');
});

it('tells of an answer that names too few', async () => {
  const group = new GroupCommit(() => Promise.resolve([]), limits);
  await expect(group.add('a')).rejects.toThrow('did not answer');
});
