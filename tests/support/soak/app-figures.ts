import { readFileSync } from 'node:fs';
import type { ElectronApplication } from 'playwright';

/** What must not grow with the work that was done. */
export interface AppFigures {
  /** Of all processes, shared pages counted once (Linux: PSS; elsewhere the working sets). */
  readonly memoryMb: number;
  readonly processes: number;
  readonly windows: number;
  /** On everything of Electron that lives as long as the app, and on the desk. */
  readonly listeners: number;
}

export async function appFigures(app: ElectronApplication): Promise<AppFigures> {
  const told = await app.evaluate((electron) => {
    // Runs in the app, where `--expose-gc` made it.
    (globalThis as { gc?: () => void }).gc?.();
    const { app, ipcMain, nativeTheme, powerMonitor, screen, session, BrowserWindow } = electron;
    const windows = BrowserWindow.getAllWindows();
    const desk = windows.filter(({ webContents }) =>
      webContents.getURL().startsWith('ringcue-app:'),
    );
    const living: NodeJS.EventEmitter[] = [
      ...[app, ipcMain, nativeTheme, powerMonitor, screen, session.defaultSession, process],
      ...desk.flatMap((window) => [window, window.webContents, window.webContents.session]),
    ];
    return {
      windows: windows.length,
      listeners: living
        .flatMap((one) => one.eventNames().map((name) => one.listenerCount(name)))
        .reduce((sum, count) => sum + count, 0),
      processes: app.getAppMetrics().map(({ pid, memory }) => ({ pid, kb: memory.workingSetSize })),
    };
  });
  const kb = told.processes.reduce(
    (sum, { pid, kb: workingSet }) => sum + (pssOf(pid) ?? workingSet),
    0,
  );
  return { ...told, processes: told.processes.length, memoryMb: Math.round(kb / 102.4) / 10 };
}

/** Kilobytes; undefined where the system has no such figure, or the process is gone. */
function pssOf(pid: number): number | undefined {
  try {
    const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
    return Number(/^Pss:\s+(\d+) kB/m.exec(rollup)?.[1]);
  } catch {
    return undefined;
  }
}
