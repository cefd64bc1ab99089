import { app } from 'electron';
import { tell } from '../platform/tell.ts';

/**
 * One Ringcue per data folder: two would write the same files and pop everything twice.
 *
 * @param folder where everything is stored
 * @param wantsAnswer somebody waits for what this one would print (`--once`), so ending without it is a failure
 * @returns false where another one has it; this one then ends
 */
export function isOnlyInstance(folder: string, wantsAnswer: boolean): boolean {
  if (app.requestSingleInstanceLock()) return true;
  tell(
    wantsAnswer
      ? `No popup: Ringcue is already running on ${folder}. Choose another folder with --user-data-dir.`
      : 'Ringcue is already running.',
  );
  app.exit(wantsAnswer ? 1 : 0);
  return false;
}
