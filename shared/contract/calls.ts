import { z } from 'zod';
import type { FilterValues } from '../calls/filter-values.ts';
import { callNoteSchema } from '../model/call-note.ts';
import { callSearchSchema } from '../model/call-record.ts';
import { idSchema } from '../model/definition.ts';
import { limits } from '../limits.ts';
import { callKeySchema, noInput, tokenSchema } from './inputs.ts';
import { nothing, procedure, returns } from './procedure.ts';
import type { CallRecordView } from './call-views.ts';
import type { ShownLogEntry } from './views.ts';

const noteSchema = callNoteSchema.extend({ callKey: callKeySchema });

/** The agent's own calls. */
export const callProcedures = {
  'calls.search': procedure({
    input: callSearchSchema,
    right: 'agent',
    output: returns<{ readonly calls: readonly CallRecordView[] }>(),
  }),
  /** Numbers, queues and campaigns for filters to choose from: of the calls in memory, colleagues' too, and of the agent's history. */
  'calls.filterValues': procedure({
    input: noInput,
    right: 'view',
    output: returns<FilterValues>(),
  }),
  /** The agent looks at the history: its missed calls are no longer counted. */
  'calls.seen': procedure({ input: noInput, right: 'agent', output: nothing }),
  /** Dials the number of a call by the click-to-call URL. */
  'call.dial': procedure({
    input: z.strictObject({ callKey: callKeySchema }),
    right: 'agent',
    /** `dialled` is false where the agent decided against it. */
    output: returns<{ readonly dialled: boolean }>(),
  }),
  /** Opens one of the popups for a call, also for one that is over. */
  'call.popup': procedure({
    input: z.strictObject({ callKey: callKeySchema, popupId: idSchema }),
    right: 'agent',
    output: nothing,
  }),
  /** Which of the customers that a flow found calls; none of them where `match` is missing. */
  'call.choose': procedure({
    input: z.strictObject({
      id: tokenSchema,
      match: z
        .int()
        .min(0)
        .max(limits.offeredMatches - 1)
        .optional(),
    }),
    right: 'agent',
    output: nothing,
  }),
  'call.note': procedure({ input: noteSchema, right: 'agent', output: nothing }),
  /** Keeps a draft, so that it is not lost. */
  'call.keepNote': procedure({ input: noteSchema, right: 'agent', output: nothing }),
  /** Agents may know why a popup of this desk opened or did not, whatever else is behind the PIN. */
  'trace.ofCall': procedure({
    input: z.strictObject({ callKey: callKeySchema }),
    right: 'agent',
    output: returns<{ readonly entries: readonly ShownLogEntry[] }>(),
  }),
};
