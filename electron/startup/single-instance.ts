import { app } from 'electron';
import { tell } from '../platform/tell.ts';

/**
 * One Ringcue per data folder: two would write the same files and pop everything twice.
 *
 * @returns false where another one has it; this one then ends
 */
export function isOnlyInstance(): boolean {
  if (app.requestSingleInstanceLock()) return true;
  tell('Ringcue is already running.');
  app.exit(0);
  return false;
}
