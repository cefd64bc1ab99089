import type { Handlers } from '../../../shared/contract/contract.ts';
import type { TrialCall } from '../../../shared/contract/inputs.ts';
import { flowPath } from '../../../shared/matching/flow-path.ts';
import { momentAt } from '../../../shared/matching/moment.ts';
import type { CallData } from '../../../shared/model/call-fields.ts';
import type { Result } from '../../../shared/result.ts';
import { doneAfter, toReply } from '../../platform/ipc/replies.ts';
import type { ConfigEdits } from '../config/index.ts';
import type { ContactChoices } from './index.ts';

interface Parts {
  readonly edits: ConfigEdits;
  readonly choices: Pick<ContactChoices, 'choose'>;
  /** A call to try flows on, as one of the current agent where it names none. */
  readonly trialCall: (choice: TrialCall) => Result<CallData>;
  /** Milliseconds since 1970: a test happens now. */
  readonly now: () => number;
}

/** What our pages may do with flows. */
export const flowHandlers = ({ edits, choices, trialCall, now }: Parts) =>
  ({
    'flow.save': ({ flow, expected }) => toReply(edits.saveFlow(flow, expected)),
    'call.choose': ({ id, match }) => doneAfter(() => choices.choose(id, match)),
    'flow.try'({ flow, call, responses }) {
      const found = trialCall(call);
      if (!found.ok) return toReply(found);
      const asked = { call: found.value, moment: momentAt(now()) };
      return { ok: true, value: { taken: flowPath(flow.steps, asked, responses) } };
    },
  }) satisfies Partial<Handlers>;
