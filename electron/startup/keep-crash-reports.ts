import { app, crashReporter } from 'electron';
import { removeOldCrashReports } from '../platform/crash-reports.ts';

/**
 * A crash leaves a report in the data folder, and nothing is sent: it has the stacks of the process in it, so maybe a caller. Keys
 * and tokens are in the main process alone, encrypted but where they are used. To be called before anything that may crash, and
 * once the folder is known.
 */
export function keepCrashReports(): void {
  crashReporter.start({ uploadToServer: false });
  const tidy = (): void => removeOldCrashReports(app.getPath('crashDumps'));
  app.on('render-process-gone', tidy);
  app.on('child-process-gone', tidy);
  void app.whenReady().then(tidy);
}
