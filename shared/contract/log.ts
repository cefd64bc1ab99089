import { z } from 'zod';
import { logSearchSchema, type EventTrace } from '../model/log-entry.ts';
import { procedure, returns } from './procedure.ts';
import type { ShownLogEntry, SavedFile } from './views.ts';

export const logProcedures = {
  'log.search': procedure({
    input: logSearchSchema,
    right: 'view',
    output: returns<{ readonly entries: readonly ShownLogEntry[] }>(),
  }),
  'log.export': procedure({
    input: logSearchSchema,
    right: 'view',
    output: returns<SavedFile>(),
  }),
  /** Runs a past event again, marked as a test. */
  'log.replay': procedure({
    input: z.strictObject({ id: z.string().max(2_000) }),
    right: 'view',
    output: returns<{ readonly trace: EventTrace }>(),
  }),
};
