import { z } from 'zod';
import { journalSearchSchema, type EventTrace } from '../model/journal.ts';
import { procedure, returns } from './procedure.ts';
import type { LogEntry, SavedFile } from './views.ts';

export const logProcedures = {
  'journal.search': procedure({
    input: journalSearchSchema,
    right: 'view',
    output: returns<{ readonly entries: readonly LogEntry[] }>(),
  }),
  'journal.export': procedure({
    input: journalSearchSchema,
    right: 'view',
    output: returns<SavedFile>(),
  }),
  /** Runs a past event again, marked as a test. */
  'journal.replay': procedure({
    input: z.strictObject({ id: z.string().max(2_000) }),
    right: 'view',
    output: returns<{ readonly trace: EventTrace }>(),
  }),
};
