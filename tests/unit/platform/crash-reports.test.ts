import {
  existsSync,
  mkdirSync,
  readdirSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { crashReportsIn, removeOldCrashReports } from '../../../electron/platform/crash-reports.ts';
import { limits } from '../../../shared/limits.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

/** As Crashpad keeps them; the first is the oldest. */
function folderWith(sizes: readonly number[]) {
  const folder = temporaryFolder();
  mkdirSync(path.join(folder, 'completed'));
  for (const [day, bytes] of sizes.entries()) {
    const file = path.join(folder, 'completed', `${day}.dmp`);
    writeFileSync(file, '');
    truncateSync(file, bytes);
    writeFileSync(path.join(folder, 'completed', `${day}.meta`), '');
    utimesSync(file, day * 86_400, day * 86_400);
  }
  writeFileSync(path.join(folder, 'settings.dat'), '');
  return folder;
}

it('tells how many there are and where', () => {
  const folder = folderWith([5, 6]);
  expect(crashReportsIn(folder)).toEqual({
    folder,
    count: 2,
    bytes: 11,
    newest: '1970-01-02T00:00:00.000Z',
  });
  expect(crashReportsIn(path.join(folder, 'none'))).toMatchObject({ count: 0, newest: undefined });
});

it('keeps the last ones', () => {
  const folder = folderWith(Array.from({ length: limits.crashReports + 2 }, () => 1));
  removeOldCrashReports(folder);
  const kept = readdirSync(path.join(folder, 'completed'));
  expect(kept).toHaveLength(2 * limits.crashReports);
  expect(kept).not.toContain('1.dmp');
  expect(kept).toContain('2.dmp');
  expect(existsSync(path.join(folder, 'settings.dat'))).toBe(true);
});

it('keeps no more bytes than the limit', () => {
  const folder = folderWith([1, limits.crashReportBytes - 1, 2]);
  removeOldCrashReports(folder);
  expect(crashReportsIn(folder)).toMatchObject({ count: 1, bytes: 2 });
});
