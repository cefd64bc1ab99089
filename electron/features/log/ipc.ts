import { z } from 'zod';
import { refused } from '../../../shared/contract/reply.ts';
import { type Handlers } from '../../../shared/contract/contract.ts';
import type { RuleableEvent } from '../../../shared/model/call-event.ts';
import { callFactSchema, callStageSchema } from '../../../shared/model/stage.ts';
import { callDataSchema } from '../../../shared/model/call-fields.ts';
import type { EventTrace } from '../../../shared/model/log-entry.ts';
import { logCsv } from './log-csv.ts';
import type { EntryLog } from './entry-log.ts';
import { saveCsv } from '../../platform/ipc/save-csv.ts';
import { message } from '../../../shared/text/message.ts';

interface Parts {
  readonly entryLog: EntryLog;
  /** Runs a past event again, as a test. */
  readonly replay: (event: RuleableEvent) => EventTrace;
}

/** Events of one call that are shown with it. */
const shownOfCall = 100;

/** What our pages may do with the log. */
export function logHandlers({ entryLog, replay }: Parts) {
  return {
    'log.search': async (search) => ({
      ok: true,
      value: { entries: await entryLog.search(search) },
    }),
    // An agent may know why a popup of this desk came or did not, whatever else is behind the PIN.
    'trace.ofCall': async ({ callKey }) => ({
      ok: true,
      value: {
        entries: await entryLog.search({ text: '', kind: 'event', callKey, limit: shownOfCall }),
      },
    }),
    'log.export': (search) =>
      saveCsv('ringcue-log.csv', (separator) => logCsv(entryLog, search, separator)),
    async 'log.replay'({ id }) {
      const entry = await entryLog.byId(id);
      if (entry === undefined) return refused(message('problem.log.entryDeleted'));
      const event = entry.kind === 'event' ? eventOf(entry.event) : undefined;
      if (event === undefined) return refused(message('problem.log.notReplayable'));
      return { ok: true, value: { trace: replay(event) } };
    },
  } satisfies Partial<Handlers>;
}

const agentSchema = z
  .object({
    id: z.string().optional(),
    customId: z.string().optional(),
    email: z.string().optional(),
    extension: z.string().optional(),
  })
  .optional();

const commonSchema = z.object({
  id: z.string(),
  source: z.string(),
  occurredAt: z.number(),
  receivedAt: z.number(),
  linkedCallId: z.string(),
  legId: z.string().optional(),
  offerId: z.string().optional(),
  scope: z.enum(['agent', 'customer', 'call']),
  agent: agentSchema,
  call: callDataSchema,
});

/** A stored event; parsed, as the file it comes from can be written by anybody who has this computer. */
function eventOf(stored: unknown): RuleableEvent | undefined {
  const state = commonSchema.extend({ kind: z.literal('call.state'), stage: callStageSchema });
  const fact = commonSchema.extend({ kind: z.literal('call.fact'), stage: callFactSchema });
  return z.union([state, fact]).safeParse(stored).data;
}
