import { readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { limits } from '../../shared/limits.ts';

/** What crashes left in a folder. Only the count and the place are told: a report has parts of the memory in it. */
export interface CrashReports {
  readonly folder: string;
  readonly count: number;
  readonly bytes: number;
  readonly newest: string | undefined;
}

export function crashReportsIn(folder: string): CrashReports {
  const reports = reportsBelow(folder);
  return {
    folder,
    count: reports.length,
    bytes: reports.reduce((sum, { bytes }) => sum + bytes, 0),
    newest: reports[0] && new Date(reports[0].at).toISOString(),
  };
}

/** Chromium removes what is a year old or beyond 128 MB, once a day; an app that crashes often writes more by then. */
export function removeOldCrashReports(folder: string): void {
  let bytes = 0;
  for (const [index, report] of reportsBelow(folder).entries()) {
    bytes += report.bytes;
    if (index < limits.crashReports && bytes <= limits.crashReportBytes) continue;
    for (const file of [report.file, report.file.replace(/dmp$/, 'meta')]) {
      rmSync(file, { force: true });
    }
  }
}

/** Newest first. */
function reportsBelow(folder: string) {
  return filesBelow(folder)
    .filter((file) => file.endsWith('.dmp'))
    .flatMap((file) => {
      const stat = statSync(file, { throwIfNoEntry: false });
      return stat === undefined ? [] : [{ file, bytes: stat.size, at: stat.mtimeMs }];
    })
    .sort((a, b) => b.at - a.at);
}

function filesBelow(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) =>
      path.join(folder, name),
    );
  } catch {
    return []; // nothing crashed yet
  }
}
