import { z } from 'zod';
import { refused } from '../../../shared/contract/reply.ts';
import { type Handlers } from '../../../shared/contract/contract.ts';
import type { RuleableEvent } from '../../../shared/model/call-event.ts';
import { callFactSchema, callStageSchema } from '../../../shared/model/stage.ts';
import { callDataSchema } from '../../../shared/model/call-fields.ts';
import type { EventTrace } from '../../../shared/model/journal.ts';
import { journalCsv } from './journal-csv.ts';
import type { Journal } from './journal.ts';
import { saveCsv } from '../../platform/ipc/save-csv.ts';
import { message } from '../../../shared/text/message.ts';

interface Parts {
  readonly journal: Journal;
  /** Runs a past event again, as a test. */
  readonly replay: (event: RuleableEvent) => EventTrace;
}

/** Events of one call that are shown with it. */
const shownOfCall = 100;

/** What our pages may do with the log. */
export function journalHandlers({ journal, replay }: Parts) {
  return {
    'journal.search': async (search) => ({
      ok: true,
      value: { entries: await journal.search(search) },
    }),
    // An agent may know why a popup of this desk came or did not, whatever else is behind the PIN.
    'trace.ofCall': async ({ callKey }) => ({
      ok: true,
      value: {
        entries: await journal.search({ text: '', kind: 'event', callKey, limit: shownOfCall }),
      },
    }),
    'journal.export': (search) =>
      saveCsv('ringcue-log.csv', (separator) => journalCsv(journal, search, separator)),
    async 'journal.replay'({ id }) {
      const entry = await journal.byId(id);
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
